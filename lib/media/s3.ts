// Files in a bucket of any service that speaks S3, addressed by path. The only module that does.
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AwsClient } from 'aws4fetch';
import { fileStream } from './file-stream';
import type { Storage, StoredType } from './storage';
import { StorageFailed } from './storage-failed';

export type Bucket = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Where the files of the bucket can be read by anybody. */
  publicUrl?: string | undefined;
};

const presignedSeconds = 3600;
const yearSeconds = 31_536_000;
/** A service that says nothing for so long is down. */
const timeoutMs = 30_000;

export function s3Storage(bucket: Bucket): Storage {
  const { region, accessKeyId, secretAccessKey } = bucket;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const ask = (method: string, key: string, headers: Record<string, string> = {}) =>
    reaching(() =>
      client.fetch(addressOf(bucket, key), {
        method,
        headers,
        signal: AbortSignal.timeout(timeoutMs),
      }),
    );
  const remove = async (key: string) => {
    const response = await ask('DELETE', key);
    if (response.status !== 404) await requireOk(response, 'remove', key);
    await response.body?.cancel();
  };
  return {
    incoming: path.join(tmpdir(), 'commonplace-incoming'),
    async put(key, file, as) {
      const response = await send(client, addressOf(bucket, key), file, headersOf(as));
      await requireOk(response, 'store', key);
      await response.body?.cancel();
    },
    async open(key, range) {
      const headers: Record<string, string> = range
        ? { range: `bytes=${range.start}-${range.end}` }
        : {};
      // No time limit: a film is read as slowly as it is watched.
      const response = await reaching(() => client.fetch(addressOf(bucket, key), { headers }));
      if (response.status === 404) return null;
      await requireOk(response, 'read', key);
      return response.body;
    },
    async remove(keys) {
      for (const key of keys) await remove(key);
    },
    publicUrl: (key) =>
      bucket.publicUrl ? `${bucket.publicUrl.replace(/\/$/, '')}/${encodeKey(key)}` : null,
    direct: {
      async presign(key) {
        const address = new URL(addressOf(bucket, key));
        address.searchParams.set('X-Amz-Expires', String(presignedSeconds));
        const request = await client.sign(address.href, {
          method: 'PUT',
          aws: { signQuery: true },
        });
        return request.url;
      },
      async head(key) {
        const response = await ask('HEAD', key);
        if (response.status === 404) return null;
        await requireOk(response, 'find', key);
        return {
          size: Number(response.headers.get('content-length') ?? 0),
          etag: response.headers.get('etag') ?? '',
        };
      },
      async adopt({ key, etag }, to, as) {
        const response = await ask('PUT', to, {
          ...headersOf(as),
          'x-amz-copy-source': `/${bucket.bucket}/${encodeKey(key)}`,
          'x-amz-copy-source-if-match': etag,
          'x-amz-metadata-directive': 'REPLACE',
        });
        await requireOk(response, 'move', key);
        // A copy may fail after its first line was sent: the answer says so in its text.
        if (/<Error>/.test(await response.text()))
          throw new StorageFailed(`The bucket did not move ${key}.`);
        await remove(key);
      },
    },
  };
}

const encodeKey = (key: string) => key.split('/').map(encodeURIComponent).join('/');

const addressOf = ({ endpoint, bucket }: Bucket, key: string) =>
  `${endpoint}/${bucket}/${encodeKey(key)}`;

/** A key names its content, so that it may be kept for ever. */
const headersOf = ({ type, isShown }: StoredType): Record<string, string> => ({
  'content-type': type,
  'cache-control': `public, max-age=${yearSeconds}, immutable`,
  ...(isShown ? {} : { 'content-disposition': 'attachment' }),
});

/** Signed without its content, which is on the way while it is hashed by nobody. */
async function send(
  client: AwsClient,
  address: string,
  file: string,
  headers: Record<string, string>,
): Promise<Response> {
  const { size } = await stat(file);
  const signed = await client.sign(address, {
    method: 'PUT',
    headers: {
      ...headers,
      'content-length': String(size),
      'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
    },
  });
  // Not the client's own way: it would try again with a stream that is used up.
  const request: RequestInit & { duplex: 'half' } = {
    method: 'PUT',
    headers: signed.headers,
    body: await fileStream(file),
    duplex: 'half',
  };
  return reaching(() => fetch(signed.url, request));
}

/** A service that cannot be reached has failed as one that says so. */
async function reaching(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask();
  } catch (cause) {
    throw new StorageFailed('The bucket does not answer.', { cause });
  }
}

async function requireOk(response: Response, verb: string, key: string): Promise<void> {
  if (response.ok) return;
  const text = (await response.text()).slice(0, 500);
  throw new StorageFailed(`The bucket did not ${verb} ${key}: ${response.status} ${text}`);
}
