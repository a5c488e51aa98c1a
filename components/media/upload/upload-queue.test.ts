import { describe, expect, test } from 'vitest';
import { stored } from './fixture';
import type { Send, Sending, SendOutcome } from './send-file';
import { outcomeOf } from './send-file';
import { describeUpload, describeUploads } from './upload';
import { UploadQueue } from './upload-queue';

const done: SendOutcome = { status: 'new', file: stored, remark: null };

/** A line whose ends are in the test's hands. */
function line() {
  const open = new Map<string, { sending: Sending; end: (outcome: SendOutcome) => void }>();
  const send: Send = (sending) =>
    new Promise((resolve, reject) => {
      open.set(sending.name, { sending, end: resolve });
      sending.signal.addEventListener('abort', () => reject(sending.signal.reason));
    });
  const of = (name: string) => {
    const one = open.get(name);
    if (one === undefined) throw new Error(`${name} was not sent.`);
    return one;
  };
  return { send, open, of };
}

const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);
const settle = () => new Promise((resolve) => setTimeout(resolve));
const states = (queue: UploadQueue) => queue.get().map(({ state }) => state.name);

describe('files on their way', () => {
  test('go three at a time, in their order', async () => {
    const { send, open, of } = line();
    const queue = new UploadQueue({ send, mostBytes: 100 });
    queue.add(['a', 'b', 'c', 'd'].map((name) => file(name)));
    expect([...open.keys()]).toEqual(['a', 'b', 'c']);
    of('b').end(done);
    await settle();
    expect(states(queue)).toEqual(['sending', 'done', 'sending', 'sending']);
  });

  test('say how far they are', () => {
    const { send, of } = line();
    const queue = new UploadQueue({ send, mostBytes: 100 });
    queue.add([file('a')]);
    of('a').sending.onSent(4);
    expect(queue.get().map(describeUpload)).toEqual(['Uploading, 40 % of 10 bytes']);
    of('a').sending.onWhole();
    expect(states(queue)).toEqual(['checking']);
    expect(describeUploads(queue.get())).toBe('Uploading: 0 of 1 file uploaded.');
  });

  test('that cannot be taken are not sent', () => {
    const { send, open } = line();
    const queue = new UploadQueue({ send, mostBytes: 100 });
    queue.add([file('empty', 0), file('large', 101)]);
    expect(states(queue)).toEqual(['refused', 'refused']);
    expect(queue.get().map(describeUpload)[0]).toBe('This file is empty.');
    expect(open.size).toBe(0);
    expect(describeUploads(queue.get())).toBe('0 of 2 files uploaded, 2 not taken.');
  });

  test('are cancelled at once, and hear nothing more of it', async () => {
    const { send, of } = line();
    const queue = new UploadQueue({ send, mostBytes: 100 });
    const [upload] = queue.add([file('a')]);
    queue.cancel(upload?.id ?? 0);
    of('a').sending.onSent(4);
    await settle();
    expect(states(queue)).toEqual(['canceled']);
    expect(of('a').sending.signal.aborted).toBe(true);
    queue.retry(upload?.id ?? 0);
    of('a').end(done);
    await settle();
    expect(states(queue)).toEqual(['done']);
  });

  test('are tried again where that may help, and only there', async () => {
    const { send, of } = line();
    const queue = new UploadQueue({ send, mostBytes: 100 });
    const [a, b] = queue.add([file('a'), file('b')]);
    of('a').end({ status: 'failed', message: 'Broken.' });
    of('b').end({ status: 'refused', message: 'Never.' });
    await settle();
    for (const { id } of [a, b].filter((one) => one !== undefined)) queue.retry(id);
    expect(states(queue)).toEqual(['sending', 'refused']);
  });
});

test.each([
  [200, { status: 'known', file: stored, remark: 'x' }, 'known'],
  [422, { status: 'refused', message: 'Too many pixels.', mayRetry: false }, 'refused'],
  [500, { status: 'refused', message: 'Later.', mayRetry: true }, 'failed'],
  [401, { error: 'signed-out' }, 'failed'],
  [403, { error: 'forbidden' }, 'refused'],
  [413, null, 'refused'],
  [502, null, 'failed'],
])('an answer %i with %j is %s', (status, body, expected) => {
  expect(outcomeOf({ status, body }).status).toBe(expected);
});
