import { type ReactNode, useId } from 'react';

type TableProps = {
  /** Names the table to those who do not see it. */
  caption: string;
  isCaptionShown?: boolean;
  /** `thead` and `tbody`. */
  children: ReactNode;
};

/** A table that scrolls in a box of its own where it is too wide. */
export function Table({ caption, isCaptionShown = false, children }: TableProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls.
    <section className="table-box" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id} className={isCaptionShown ? undefined : 'visually-hidden'}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}
