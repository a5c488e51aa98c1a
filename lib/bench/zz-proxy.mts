import { withCleanup } from './cleanup';
import { startServer, freePort } from './server';
import { startProxy } from './proxies';
import { readFileSync } from 'node:fs';
await withCleanup(async (c) => {
  const url = new URL(readFileSync('/tmp/bench-data/url','utf8')); url.pathname = '/b17k';
  const p = await freePort(); const p2 = await freePort();
  const s = await startServer(url.href, c, { purgeUrl: `http://127.0.0.1:${p}` });
  await startProxy('nginx', { port: p, appPort: s.port }, c);
  await startProxy('Varnish', { port: p2, appPort: s.port }, c);
  console.log('app', s.url, 'nginx', p, 'varnish', p2, s.dataDir);
  await new Promise((r) => setTimeout(r, 600_000));
});
