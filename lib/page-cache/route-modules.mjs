// Where Next keeps what answers requests for pages and routes; pinned by guard.test.ts.

const runtime = 'next/dist/compiled/next-server';

/** @typedef {[path: string, name: string]} RouteModulePlace */

/** @type {RouteModulePlace} */
export const pageModule = [`${runtime}/app-page-turbo.runtime.prod.js`, 'AppPageRouteModule'];

/** @type {RouteModulePlace} */
export const routeModule = [`${runtime}/app-route-turbo.runtime.prod.js`, 'AppRouteRouteModule'];

export const routeModules = [pageModule, routeModule];
