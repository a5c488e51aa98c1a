// For tests: the same for each proxy that we ship a configuration for, in front of a stand-in for
// the app. Left out where a proxy is not installed; .ci/run installs both.
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Answered, type App, ask, startApp } from './fixture-app';
import { findProgram, type RunningProxy, startNginx, startVarnish } from './fixture-proxies';
import { httpTarget } from './http-target';

const proxies = [
  { name: 'nginx', program: findProgram('nginx', '-v'), start: startNginx, forgets: 'all' },
  {
    name: 'Varnish',
    program: findProgram('varnishd', '-V'),
    start: startVarnish,
    forgets: 'exact',
  },
] as const;

type Given = {
  app(): App;
  port(): number;
  get(path: string, headers?: Record<string, string>): Promise<Answered>;
  purge(...tags: string[]): Promise<void>;
  /** What is forgotten when a tag is purged. */
  forgets: 'all' | 'exact';
};

export function describeProxies(define: (given: Given) => void): void {
  for (const { name, program, start, forgets } of proxies) {
    if (program === null) {
      console.info(`${name} is not installed: its configuration in deploy/ is not tested.`);
      describe.skip(`${name} (not installed)`, () => {});
      continue;
    }
    describe(name, () => {
      let app: App;
      let proxy: RunningProxy;
      beforeAll(async () => {
        app = await startApp();
        proxy = await start(program, app.port);
      });
      afterAll(async () => {
        await proxy.stop();
        await app.stop();
      });
      define({
        app: () => app,
        port: () => proxy.port,
        get: (path, headers = {}) => ask(proxy.port, path, { headers }),
        purge: (...tags) =>
          httpTarget({ url: `http://127.0.0.1:${proxy.port}`, timeoutMs: 5000 }).purge(tags),
        forgets,
      });
    });
  }
}

export const gzip = { 'Accept-Encoding': 'br, gzip' };

export const text = ({ headers, body }: Answered) =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
