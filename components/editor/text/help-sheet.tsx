'use client';

import { useEffect, useRef } from 'react';
import { Dialog, DialogClose } from '../../ui/dialog';
import { useIsMac } from './platform';
import { describeKey, tools } from './tools';

const pageKeys = [
  { name: 'Save', key: 'Mod-s' },
  { name: 'Publish or update', key: 'Mod-Enter' },
  { name: 'Show or hide the preview', key: 'Mod-Shift-p' },
  { name: 'The same where a browser keeps that key', key: 'Mod-Alt-p' },
  { name: 'This sheet, outside of a field', key: '?' },
];

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The keys of the editor, and a little Markdown. */
export function HelpSheet() {
  const isMac = useIsMac();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key !== '?' || isWriting(event.target)) return;
      event.preventDefault();
      place.current?.querySelector('button')?.click();
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);
  const keys = [...tools.flatMap(({ name, key }) => (key ? [{ name, key }] : [])), ...pageKeys];
  return (
    <div ref={place} className="help-sheet">
      <Dialog trigger="Markdown and keys" title="Markdown and keys">
        <div className="help-columns">
          <dl className="keys">
            {keys.map(({ name, key }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <kbd>{describeKey(key, isMac)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
          <dl className="keys">
            {marks.map(({ name, written }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <code>{written}</code>
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <p>
          Tab goes to the next field; in a list it indents, and Escape before it lets it go on. An
          address pasted over words makes them a link.
        </p>
        <div className="button-row">
          <DialogClose>Close</DialogClose>
        </div>
      </Dialog>
    </div>
  );
}

const marks = [
  { name: 'Bold', written: '**words**' },
  { name: 'Italic', written: '*words*' },
  { name: 'Link', written: '[words](https://…)' },
  { name: 'Picture', written: '![what it shows](https://…)' },
  { name: 'Heading', written: '## Words' },
  { name: 'Quote', written: '> words' },
  { name: 'List', written: '- words' },
  { name: 'Code', written: '`words`' },
];
