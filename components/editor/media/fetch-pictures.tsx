'use client';

import { useDeferredValue, useState } from 'react';
import { outcomeOf } from '@/components/media/upload/send-file';
import { Button } from '@/components/ui/button';
import type { FormValues } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { formFields } from '@/lib/posts/form-fields';
import { useEditor, useSession } from '../editor-context';
import type { EditorSession } from '../session';
import type { TextSurface } from '../text/text-surface';
import { isRemote, remotePictures, replacePicture } from './remote-pictures';

type FetchPicturesProps = { surface: TextSurface | null; mainField: string };

type Failure = { url: string; message: string };

const noValues: FormValues = {};

/** Brings pictures that lie on other machines into the library, for who asks for it. */
export function FetchPictures({ surface, mainField }: FetchPicturesProps) {
  const { session, site, kind } = useEditor();
  const values = useDeferredValue(useSession((one) => one.values, noValues));
  const [progress, setProgress] = useState('');
  const [failures, setFailures] = useState<Failure[]>([]);
  const ownOrigin = new URL(site.url).origin;
  const images = formFields(kind).filter(({ isImage }) => isImage);
  const found = [
    ...new Set([
      ...remotePictures(values[mainField] ?? '', ownOrigin),
      ...images.map(({ name }) => values[name] ?? '').filter((url) => isRemote(url, ownOrigin)),
    ]),
  ];
  const isBusy = progress.endsWith('…');
  const run = async () => {
    if (session === null || surface === null || isBusy) return;
    const failed: Failure[] = [];
    for (const [index, url] of found.entries()) {
      setProgress(`Fetching ${index + 1} of ${found.length}…`);
      const outcome = await fetchPicture(url);
      if ('message' in outcome) failed.push({ url, message: outcome.message });
      else {
        const { path } = outcome.file;
        surface.change((text) => replacePicture(text, { url, path, ownOrigin }));
        replaceFields(
          session,
          images.map(({ name }) => name),
          { url, path },
        );
      }
    }
    setFailures(failed);
    const count = found.length - failed.length;
    setProgress(count === 0 ? '' : `${counted(count)} of others now in your library.`);
  };
  if (site.uploads === null || (found.length === 0 && progress === '')) return null;
  return (
    <div className="fetch-pictures">
      {found.length > 0 && (
        <Button onClick={() => void run()} aria-disabled={isBusy}>
          Fetch {counted(found.length)} from elsewhere
        </Button>
      )}
      <p role="status">{progress}</p>
      {failures.length > 0 && (
        <ul>
          {failures.map(({ url, message }) => (
            <li key={url}>
              <code>{url}</code>: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const counted = (count: number) => (count === 1 ? '1 picture' : `${count} pictures`);

function replaceFields(
  session: EditorSession,
  names: string[],
  { url, path }: { url: string; path: string },
): void {
  const now = session.form.read();
  const changed = names.filter((name) => now[name] === url).map((name) => [name, path]);
  if (changed.length > 0) session.write(Object.fromEntries(changed));
}

async function fetchPicture(url: string) {
  try {
    const response = await fetch(dashboardUrls.fetchPicture(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ url }),
    });
    const isJson = response.headers.get('content-type')?.includes('json');
    return outcomeOf({ status: response.status, body: isJson ? await response.json() : null });
  } catch (error) {
    console.info('A picture could not be fetched.', error);
    return { status: 'failed', message: 'The server cannot be reached.' } as const;
  }
}
