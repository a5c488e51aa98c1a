import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAuthorPath } from '../auth/addresses';
import { machineSurfaces, otherRoutes, surfaces } from './surfaces';

test('every public route of app/ is in the list of surfaces', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' });
  const routes = files.filter(
    (file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file) && !isAuthorPath(`/${file}`),
  );
  const shown = [...surfaces, ...machineSurfaces];
  const listed = new Set([...shown.map((surface) => surface.route), ...otherRoutes]);
  expect(routes.filter((route) => !listed.has(route))).toEqual([]);
  expect([...listed].filter((route) => !routes.includes(route))).toEqual([]);
});
