import type { ReactNode } from 'react';

type NoticeProps = {
  /** Errors interrupt who listens to the page; the others wait. */
  kind?: 'done' | 'warning' | 'error';
  children: ReactNode;
};

/** What just happened, or what is to be known, in a box of its own. */
export function Notice({ kind = 'done', children }: NoticeProps) {
  return (
    <div className={`notice is-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
