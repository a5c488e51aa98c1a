// Carries an autosave to the server and says what came of it; a failure is a value here, for the
// next step depends on its kind.
import type { AutosaveAnswer, AutosaveRequest, EditorFailure } from '@/lib/posts/editing';
import { requestTimeoutMs } from './timing';

export type SendOutcome =
  | { kind: 'answer'; answer: AutosaveAnswer }
  | { kind: 'signed-out' }
  /** Sending the same again would not help. */
  | { kind: 'refused'; message: string }
  /** Worth trying again. */
  | { kind: 'failed'; isOffline: boolean };

/** `isLast`: the page may be gone before the answer comes. */
export type Send = (request: AutosaveRequest, isLast: boolean) => Promise<SendOutcome>;

/** Browsers let a page that is leaving send this much, in bytes. */
const longestKeepalive = 60_000;

/** Sends by `fetch` to an address of this site. */
export function sendByFetch(address: string): Send {
  return async (request, isLast) => {
    const body = new TextEncoder().encode(JSON.stringify(request));
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      credentials: 'same-origin',
      // A longer text is sent as any other and has its copy on this device besides.
      keepalive: isLast && body.byteLength < longestKeepalive,
      signal: AbortSignal.timeout(requestTimeoutMs),
    }).catch((error: unknown) => {
      console.info('The text could not be sent; it is tried again.', error);
      return null;
    });
    return response === null ? { kind: 'failed', isOffline: true } : outcomeOf(response);
  };
}

async function outcomeOf(response: Response): Promise<SendOutcome> {
  if (response.status === 401) return { kind: 'signed-out' };
  // What is no JSON is no answer of ours: it is judged by its status.
  const json: unknown = await response.json().catch(() => null);
  if (response.ok && isAnswer(json)) return { kind: 'answer', answer: json };
  const message = isFailure(json) ? json.message : 'The server refused it.';
  const isFinal = [400, 403, 404, 413, 422].includes(response.status);
  return isFinal ? { kind: 'refused', message } : { kind: 'failed', isOffline: false };
}

const hasText = (json: unknown, name: 'status' | 'message'): boolean =>
  typeof json === 'object' && json !== null && typeof Reflect.get(json, name) === 'string';

// What our own server says of itself is believed; a proxy's page of its own is not.
const isAnswer = (json: unknown): json is AutosaveAnswer => hasText(json, 'status');
const isFailure = (json: unknown): json is EditorFailure => hasText(json, 'message');
