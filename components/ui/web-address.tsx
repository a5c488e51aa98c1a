import { Fragment } from 'react';

/** An address that may go on in another line after each of its slashes. */
export function WebAddress({ children }: { children: string }) {
  const parts = children.split(/(?<=\/)/);
  return parts.map((part, index) => (
    <Fragment key={parts.slice(0, index + 1).join('')}>
      {part}
      <wbr />
    </Fragment>
  ));
}
