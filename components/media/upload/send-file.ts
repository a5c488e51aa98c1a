// Sends one file: through this site's server, or straight to the bucket and then told to the server.
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { UploadAnswer } from '@/lib/media/upload-answers';

export type SendOutcome =
  | Exclude<UploadAnswer, { status: 'refused' }>
  | { status: 'refused'; message: string }
  | { status: 'failed'; message: string };

export type Sending = {
  file: File;
  name: string;
  replacesId: number | null;
  signal: AbortSignal;
  onSent: (bytes: number) => void;
  /** All bytes have left. */
  onWhole: () => void;
};

/** @throws an AbortError when the signal ends it */
export type Send = (sending: Sending) => Promise<SendOutcome>;

const broken = 'The connection broke. Nothing of it was kept: try again.';
const signedOut = 'You are signed out. Sign in again in another tab, then try again.';

export const sendThroughServer: Send = async (sending) => {
  const { name, replacesId } = sending;
  const answer = await put(dashboardUrls.upload(name, replacesId), sending);
  return answer === null ? { status: 'failed', message: broken } : outcomeOf(answer);
};

export const sendToBucket: Send = async (sending) => {
  const { file, name, replacesId, signal } = sending;
  const start = { name, size: file.size, replacesId };
  const started = await post(dashboardUrls.startUpload(), start, signal);
  if (started === null) return { status: 'failed', message: broken };
  const { uploadId, url } = readStarted(started.body);
  if (uploadId === null) return outcomeOf(started);
  const forget = () => void post(dashboardUrls.cancelUpload(), { uploadId });
  signal.addEventListener('abort', forget, { once: true });
  try {
    const stored = await put(url, sending);
    const completed =
      stored !== null && stored.status < 300
        ? await post(dashboardUrls.completeUpload(), { uploadId }, signal)
        : null;
    if (completed !== null && completed.status < 500) return outcomeOf(completed);
    forget();
    return completed === null ? { status: 'failed', message: broken } : outcomeOf(completed);
  } finally {
    signal.removeEventListener('abort', forget);
  }
};

type Answer = { status: number; body: unknown };

/** Null when there is no answer. */
function put(url: string, { file, signal, onSent, onWhole }: Sending): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    // `fetch` does not say how far it is.
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.upload.onprogress = ({ loaded }) => onSent(Math.min(loaded, file.size));
    request.upload.onload = onWhole;
    request.onload = () =>
      resolve({ status: request.status, body: readJson(request.responseText) });
    request.onerror = () => resolve(null);
    request.onabort = () => reject(signal.reason);
    request.onloadend = () => signal.removeEventListener('abort', abort);
    request.open('PUT', url);
    request.send(file);
  });
}

async function post(url: string, input: object, signal?: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
      signal,
      keepalive: true,
    });
    return { status: response.status, body: readJson(await response.text()) };
  } catch (error) {
    if (signal?.aborted) throw error;
    console.info('An upload got no answer.', error);
    return null;
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readStarted(
  body: unknown,
): { uploadId: string; url: string } | { uploadId: null; url: '' } {
  const isStarted =
    typeof body === 'object' &&
    body !== null &&
    'uploadId' in body &&
    'url' in body &&
    typeof body.uploadId === 'string' &&
    typeof body.url === 'string';
  return isStarted
    ? { uploadId: String(body.uploadId), url: String(body.url) }
    : { uploadId: null, url: '' };
}

/** What an answer of the server's routes means. */
export function outcomeOf({ status, body }: Answer): SendOutcome {
  if (isAnswer(body)) {
    if (body.status !== 'refused') return body;
    const { message, mayRetry } = body;
    return { status: mayRetry ? 'failed' : 'refused', message };
  }
  if (status === 401) return { status: 'failed', message: signedOut };
  if (status === 403)
    return { status: 'refused', message: 'You may not upload here: ask an owner of this site.' };
  if (status === 413)
    return { status: 'refused', message: 'A server on the way does not take files this large.' };
  return { status: 'failed', message: 'The server did not take it. Try again.' };
}

const isAnswer = (body: unknown): body is UploadAnswer =>
  typeof body === 'object' &&
  body !== null &&
  'status' in body &&
  (body.status === 'refused' ? 'message' in body : 'file' in body);
