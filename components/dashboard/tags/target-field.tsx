'use client';

import { useEffect, useId, useState } from 'react';
import { z } from 'zod';
import { Field } from '@/components/ui/field';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { countOfPosts } from '@/lib/tags/sentences';

/** After the last key; long enough not to ask for every letter. */
const restMs = 150;

const answer = z.object({
  tags: z.array(z.object({ name: z.string(), count: z.number() })),
});

type Suggestions = z.infer<typeof answer>['tags'];

type TargetFieldProps = {
  label: string;
  name: string;
  defaultValue?: string;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
};

/** Asks for a tag by name; the browser offers those that fit. Without script it is a text field. */
export function TargetField({ defaultValue = '', ...field }: TargetFieldProps) {
  const listId = useId();
  const [text, setText] = useState(defaultValue);
  const suggestions = useSuggestions(text);
  return (
    <>
      <Field
        {...field}
        list={listId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={defaultValue}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {suggestions.map(({ name, count }) => (
          <option key={name} value={name}>
            {countOfPosts(count)}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** What fits a text. A question that fails leaves what was offered: the field works without. */
function useSuggestions(text: string): Suggestions {
  const [suggestions, setSuggestions] = useState<Suggestions>([]);
  useEffect(() => {
    if (text.trim() === '') return;
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const found = await suggest(text, asking.signal);
      if (found !== null && !asking.signal.aborted) setSuggestions(found);
    }, restMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text]);
  return suggestions;
}

async function suggest(text: string, signal: AbortSignal): Promise<Suggestions | null> {
  try {
    const response = await fetch(dashboardUrls.suggestTags(text), { signal });
    if (!response.ok) return null;
    return answer.parse(await response.json()).tags;
  } catch (error) {
    // Another letter was typed, or there is no network.
    if (signal.aborted || error instanceof TypeError) return null;
    throw error;
  }
}
