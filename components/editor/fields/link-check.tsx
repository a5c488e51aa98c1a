'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { LinkAnswer } from '@/lib/posts/editing';
import { Button } from '../../ui/button';
import { useEditor, useFacts, useSession } from '../editor-context';
import { zonedTime } from '../publish/times';
import type { EditorSession } from '../session';
import { isWebAddress } from '../text/markdown-edits';

const pauseMs = 400;

type Check = { url: string; answer: LinkAnswer | 'asking' | 'failed' };

/** What is known of the address of a link post: its title, and whether it was linked before. */
export function LinkCheck({ initial }: { initial: string }) {
  const { session } = useEditor();
  const { postId } = useFacts();
  const values = useSession((one) => one.values, { linkUrl: initial });
  const url = (values.linkUrl ?? '').trim();
  const answered = useRef('');
  const takeTitle = useTakenTitle(session);
  const [check, setCheck] = useState<Check | null>(null);

  useEffect(() => {
    if (session === null || !isWebAddress(url) || answered.current === url) return;
    const overtaken = new AbortController();
    const run = async () => {
      answered.current = '';
      setCheck({ url, answer: 'asking' });
      const answer = await askForLink(url, postId, overtaken.signal);
      // Another address stands there by now, or the page has been left.
      if (overtaken.signal.aborted) return;
      answered.current = url;
      setCheck({ url, answer });
      takeTitle(answer === 'failed' ? null : answer.title);
    };
    const timer = setTimeout(() => void run(), pauseMs);
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [session, url, postId, takeTitle]);

  if (check === null || check.url !== url) return <p className="link-check" aria-live="polite" />;
  const { answer } = check;
  return (
    <div className="link-check" aria-live="polite">
      {answer === 'asking' && <p>Looking at the page…</p>}
      {answer === 'failed' && <p>The page could not be looked at. Type its title yourself.</p>}
      {typeof answer === 'object' && (
        <>
          {answer.reason && <p>{answer.reason}</p>}
          {answer.url !== url && (
            <p>
              Without what only tracks readers: <code>{answer.url}</code>{' '}
              <Button
                onClick={() => {
                  answered.current = answer.url;
                  setCheck({ url: answer.url, answer });
                  session?.write({ linkUrl: answer.url });
                }}
              >
                Use it
              </Button>
            </p>
          )}
          <Duplicates answer={answer} />
        </>
      )}
    </div>
  );
}

/** Fills in the title of a page; it goes with its address, unless the author has made it theirs. */
function useTakenTitle(session: EditorSession | null) {
  const taken = useRef('');
  return useCallback(
    (title: string | null) => {
      if (session === null) return;
      const { linkTitle = '' } = session.form.read();
      const isOfPageBefore = linkTitle !== '' && linkTitle === taken.current;
      if (linkTitle !== '' && !isOfPageBefore) return;
      taken.current = title ?? '';
      if (isOfPageBefore) session.write({ linkTitle: taken.current });
      else if (title !== null) session.fillTitle(title);
    },
    [session],
  );
}

function Duplicates({ answer: { duplicates } }: { answer: LinkAnswer }) {
  const { timeZone } = useFacts();
  if (duplicates.length === 0) return null;
  return (
    <div className="link-duplicates">
      <p>
        <strong>Linked before</strong>
      </p>
      <ul>
        {duplicates.map(({ id, title, status, publishedAt, publicPath }) => (
          <li key={id}>
            <a href={dashboardUrls.post(id)}>{title}</a>{' '}
            <span className="count">
              {publishedAt === null ? status : zonedTime(publishedAt, timeZone)}
            </span>
            {publicPath && (
              <>
                {' '}
                <a href={publicPath} target="_blank" rel="noopener">
                  view
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

async function askForLink(
  url: string,
  except: number | null,
  signal: AbortSignal,
): Promise<LinkAnswer | 'failed'> {
  try {
    const response = await fetch(dashboardUrls.link(url, except), { signal });
    return response.ok ? await response.json() : 'failed';
  } catch (error) {
    if (!signal.aborted) console.info('Nothing is known of the address.', error);
    return 'failed';
  }
}
