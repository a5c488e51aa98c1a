import { describe, expect, test } from 'vitest';
import { editionPath, isNameOf, mediaPath, parseMediaPath } from './addresses';

const hash = '3fa9c1d2e4ffff';

describe('an address has the name of its file', () => {
  test.each(['cat.jpg', 'Größe 1.png', 'no-extension', 'two.dots.gif', '图.jpg'])('%s', (name) => {
    const file = { id: 12, name, hash };
    for (const path of [mediaPath(file), editionPath(file), editionPath(file, 960)]) {
      const address = parseMediaPath(path);
      if (address === null) throw new Error(`${path} is not understood.`);
      expect(isNameOf(address, name), path).toBe(true);
      expect(isNameOf(address, `other-${name}`), path).toBe(false);
    }
  });

  test.each([
    { path: '/media/12/CAT.JPG', isName: true },
    { path: `/media/12/${encodeURIComponent('cat.jpg'.normalize('NFD'))}`, isName: true },
    { path: '/media/12/cat.webp', isName: false },
    { path: '/media/12/3fa9c1d2e4-960/cat.webp', isName: true },
    { path: '/media/12/x', isName: false },
  ])('cat.jpg: $path $isName', ({ path, isName }) => {
    const address = parseMediaPath(path);
    if (address === null) throw new Error(`${path} is not understood.`);
    expect(isNameOf(address, 'cat.jpg')).toBe(isName);
  });
});
