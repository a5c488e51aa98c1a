// Which build this installation served last: remembered beside its data, where there is a disk.
// Without one, each start counts as a new build.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

type Build = { dataDir: string; buildId: string };

const fileOf = ({ dataDir }: Build) => path.join(dataDir, 'purged-build');

export async function isNewBuild(build: Build): Promise<boolean> {
  try {
    return (await readFile(fileOf(build), 'utf8')) !== build.buildId;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
    throw error;
  }
}

export async function rememberBuild(build: Build): Promise<void> {
  await mkdir(build.dataDir, { recursive: true });
  await writeFile(fileOf(build), build.buildId);
}
