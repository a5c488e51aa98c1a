import path from 'node:path';
import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants';
import { readerSource } from './lib/auth/addresses';
import { stampOf } from './lib/commands/build-stamp';
import { readEnv } from './lib/env';
import { formerHostRewrites, machineRewrites, readingRewrites } from './lib/rewrites';
import { readingPolicyHeader, securityHeaders } from './lib/security-headers';

const { PAGE_CACHE, FORMER_HOSTS, isPreview } = readEnv();
const weekSeconds = 604_800;

const config = (phase: string): NextConfig => ({
  // Besides what `npm start` serves: `.next/standalone`, a server with only the packages it needs.
  output: phase === PHASE_PRODUCTION_BUILD ? 'standalone' : undefined,
  // The same on every machine that builds this, so that servers built apart may stand side by side.
  generateBuildId: async () => (await stampOf({ PAGE_CACHE, FORMER_HOSTS })).slice(0, 20),
  // Addresses end in a slash; proxy.ts adds a missing one together with whatever else is wrong.
  trailingSlash: true,
  skipTrailingSlashRedirect: true,
  // Compression is the reverse proxy's work: here it would cost two thirds of the throughput.
  compress: false,
  poweredByHeader: false,
  // `npm run check` looks at them: the types of the tests come with packages that a server lacks.
  typescript: { ignoreBuildErrors: true },
  // Stale pages may be served this long while a new one is made.
  expireTime: weekSeconds,
  ...(PAGE_CACHE === 'own' && {
    cacheHandler: path.join(import.meta.dirname, 'lib/page-cache/handler.mjs'),
    cacheMaxMemorySize: 0,
  }),
  turbopack: {
    resolveAlias: { '@codemirror/lang-html': './components/editor/text/no-html.ts' },
  },
  serverExternalPackages: ['harfbuzzjs', 'pino', 'postgres'],
  outputFileTracingIncludes: {
    '/**': [
      './lib/page-cache/*.mjs',
      './drizzle/**',
      // lib/static-markup.ts
      './node_modules/react/{package.json,index.js,cjs/react.production.js}',
      './node_modules/react-dom/{package.json,server.node.js,index.js}',
      './node_modules/react-dom/cjs/{react-dom,react-dom-server*.node}.production.js',
    ],
    '/r/card/**': ['./lib/cards/fonts/*.ttf', './node_modules/harfbuzzjs/dist/*.wasm'],
  },
  rewrites: async () => ({
    beforeFiles: [...formerHostRewrites(FORMER_HOSTS), ...readingRewrites, ...machineRewrites],
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    { source: '/:path*', headers: securityHeaders(isPreview) },
    // The author's side gets its policy from proxy.ts: of two, a browser obeys both.
    { source: readerSource, headers: [readingPolicyHeader(PAGE_CACHE, modeOf(phase))] },
    // The framework's own data requests share the address of a page: no cache may mix them up.
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'rsc' }],
      headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
    },
  ],
});

const modeOf = (phase: string) =>
  phase === PHASE_DEVELOPMENT_SERVER ? 'development' : 'production';

export default config;
