// That pages are rendered without what Next's router alone would use, and that the pinned Next
// still makes that where it is kept from it.
import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { leanModule } from './lean-pages.mjs';
import { pageModule } from './route-modules.mjs';

const require = createRequire(import.meta.url);

type Context = {
  renderOpts: { ComponentMod: { name: string; collectSegmentData: () => Promise<object> } };
};

test('a page is neither taken to pieces nor kept as data', async () => {
  const page = {
    async prerender(_request: object, _response: object, { renderOpts }: Context) {
      const { name, collectSegmentData } = renderOpts.ComponentMod;
      const segmentData = await collectSegmentData();
      return { name, metadata: { flightData: Buffer.from('the page as data'), segmentData } };
    },
  };
  leanModule(page);
  const ComponentMod = { name: 'a page', collectSegmentData: async () => new Map([['/', 1]]) };
  expect(await page.prerender({}, {}, { renderOpts: { ComponentMod } })).toEqual({
    name: 'a page',
    metadata: { flightData: Buffer.alloc(0), segmentData: new Map() },
  });
});

test('Next renders pages to be stored by a method of its module, and takes them to pieces there', () => {
  Object.assign(globalThis, { AsyncLocalStorage });
  const [path, name] = pageModule;
  expect(require(path)[name].prototype.prerender).toBeTypeOf('function');
  expect(readFileSync(require.resolve(path), 'utf8')).toMatch(
    /segmentData=await \w+\.collectSegmentData\(/,
  );
});
