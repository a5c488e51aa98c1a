'use client';

import { useDeferredValue } from 'react';
import { formatCount } from '@/lib/languages';
import { countWords } from '@/lib/markdown/words';
import { useSession } from '../editor-context';

type WordCountProps = {
  /** Of the field whose words are counted. */
  name: string;
  initial: string;
  lang: string;
};

export function WordCount({ name, initial, lang }: WordCountProps) {
  const values = useSession((session) => session.values, { [name]: initial });
  const words = countWords(useDeferredValue(values[name] ?? ''), lang);
  return (
    <span className="word-count">
      {formatCount(words, 'en')} {words === 1 ? 'word' : 'words'}
    </span>
  );
}
