// Where Next keeps what answers requests for pages and routes; pinned by guard.test.ts.

const runtime = 'next/dist/compiled/next-server';

/** @type {[path: string, name: string][]} */
export const routeModules = [
  [`${runtime}/app-page-turbo.runtime.prod.js`, 'AppPageRouteModule'],
  [`${runtime}/app-route-turbo.runtime.prod.js`, 'AppRouteRouteModule'],
];
