'use client';

import { useEffect, useRef, useState } from 'react';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { RenderAnswer, RenderRequest } from '@/lib/posts/editing';
import { useEditor, useFacts, useSession } from '../editor-context';
import { morphChildren } from './morph';

/** From the last keystroke to the question; the rest of half a second is for the answer. */
const pauseMs = 250;

/** The post as its readers would see it, brought up to date while it is written. */
export function PreviewPane() {
  const { kind } = useEditor();
  const { postId } = useFacts();
  const values = useSession<Record<string, string> | null>((session) => session.values, null);
  const frame = useRef<HTMLIFrameElement>(null);
  const hasShown = useRef(false);
  const [loads, setLoads] = useState(0);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    // The frame may have been there before this script listened.
    if (frame.current?.contentDocument?.readyState === 'complete') setLoads((count) => count + 1);
  }, []);
  useEffect(() => {
    const place = frame.current?.contentDocument?.querySelector('.page.is-post');
    if (!place || values === null) return;
    const overtaken = new AbortController();
    const show = async () => {
      const answer = await render({ postId, kind, values }, overtaken.signal);
      if (overtaken.signal.aborted) return;
      setProblem(answer === null ? 'The preview waits for the server.' : '');
      if (answer) fill(place, answer);
    };
    const timer = setTimeout(() => void show(), hasShown.current ? pauseMs : 0);
    hasShown.current = loads > 0;
    return () => {
      overtaken.abort();
      clearTimeout(timer);
    };
  }, [values, postId, kind, loads]);

  return (
    <section className="preview-pane" aria-label="Preview">
      {problem && <p className="preview-problem">{problem}</p>}
      <iframe
        ref={frame}
        title="Preview of this post"
        src={dashboardUrls.previewFrame()}
        onLoad={() => setLoads((count) => count + 1)}
      />
    </section>
  );
}

async function render(request: RenderRequest, signal: AbortSignal): Promise<RenderAnswer | null> {
  try {
    const response = await fetch(dashboardUrls.render(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      signal,
    });
    return response.ok ? await response.json() : null;
  } catch (error) {
    if (!signal.aborted) console.info('There is no preview now.', error);
    return null;
  }
}

function fill(place: Element, { html, lang }: RenderAnswer): void {
  const page = place.ownerDocument;
  const fresh = page.createElement('div');
  // Made by our renderer, which lets through nothing that runs.
  fresh.innerHTML = html;
  // A link of the preview leads out of it.
  for (const link of fresh.querySelectorAll('a[href]:not([href^="#"])'))
    link.setAttribute('target', '_blank');
  page.documentElement.lang = lang;
  morphChildren(place, fresh);
}
