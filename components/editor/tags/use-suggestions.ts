'use client';

import { useEffect, useState } from 'react';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { TagCount } from '@/lib/posts/types';

/** After the last keystroke; short, for the answer takes a few milliseconds. */
const pauseMs = 60;

/** Answers of this page, by what was asked. */
const known = new Map<string, TagCount[]>();

/** Tags that fit what is typed; none while nothing is wanted, or the server cannot be asked. */
export function useSuggestions(text: string, isWanted: boolean): TagCount[] {
  const [answer, setAnswer] = useState<{ text: string; tags: TagCount[] }>({ text: '', tags: [] });
  useEffect(() => {
    if (!isWanted) return;
    const before = known.get(text);
    if (before) {
      setAnswer({ text, tags: before });
      return;
    }
    const overtaken = new AbortController();
    const timer = setTimeout(() => {
      ask(text, overtaken.signal)
        .then((tags) => {
          known.set(text, tags);
          setAnswer({ text, tags });
        })
        .catch((error: unknown) => {
          if (!overtaken.signal.aborted) console.info('No tags are suggested.', error);
        });
    }, pauseMs);
    return () => {
      overtaken.abort();
      clearTimeout(timer);
    };
  }, [text, isWanted]);
  return isWanted ? answer.tags : [];
}

async function ask(text: string, signal: AbortSignal): Promise<TagCount[]> {
  const response = await fetch(dashboardUrls.suggestTags(text), { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const { tags }: { tags: TagCount[] } = await response.json();
  return tags;
}
