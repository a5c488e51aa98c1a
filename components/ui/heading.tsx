import type { ReactNode } from 'react';

/** Level of a heading within its page; the page's own is 1. */
export type HeadingLevel = 1 | 2 | 3 | 4;

type HeadingProps = { level: HeadingLevel; className?: string; children: ReactNode };

export function Heading({ level, ...rest }: HeadingProps) {
  const Element = `h${level}` as const;
  return <Element {...rest} />;
}

/** The level below one. */
export function below(level: HeadingLevel): HeadingLevel {
  return level === 4 ? 4 : ((level + 1) as HeadingLevel);
}
