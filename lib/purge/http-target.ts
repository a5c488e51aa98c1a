// A proxy that understands `PURGE` with the tags in a header: the configurations in deploy/ do.
import { headersByLength } from './batches';
import { PurgeRefused, type PurgeTarget } from './target';

const maxHeaderBytes = 2000;

type Options = {
  /** Where to send it; user and password in it go into an `Authorization` header. */
  url: string;
  timeoutMs: number;
};

export function httpTarget({ url, timeoutMs }: Options): PurgeTarget {
  const { address, authorization } = splitCredentials(url);
  return {
    // A query may hold a key.
    name: address.origin + address.pathname,
    async purge(tags) {
      for (const header of headersByLength(tags, maxHeaderBytes)) {
        const response = await fetch(address, {
          method: 'PURGE',
          headers: { ...authorization, 'Cache-Tag': header },
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
        });
        await response.body?.cancel();
        if (!response.ok) throw new PurgeRefused(`answered ${response.status}`);
      }
    },
  };
}

/** `fetch` refuses an address with credentials in it. */
function splitCredentials(url: string): {
  address: URL;
  authorization: Record<string, string>;
} {
  const address = new URL(url);
  const { username, password } = address;
  address.username = '';
  address.password = '';
  if (username === '' && password === '') return { address, authorization: {} };
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    address,
    authorization: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
  };
}
