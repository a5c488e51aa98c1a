// Folders, databases and processes for the tests of the embedded database; gone after each file.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { afterAll, afterEach } from 'vitest';
import { openEmbeddedDatabase } from './embedded';
import { readPostmaster } from './postmaster';

const folders: string[] = [];
const children: ChildProcess[] = [];
let template: Promise<string> | undefined;

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(() => {
  for (const folder of folders) {
    const server = readPostmaster(clusterOf(folder));
    if (server && server.pid !== process.pid) process.kill(server.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

async function createTemplate(): Promise<string> {
  const folder = emptyFolder();
  const database = await openEmbeddedDatabase({ dataDir: folder });
  await query(database.url, 'CREATE TABLE notes (text text)');
  await query(database.url, "INSERT INTO notes VALUES ('kept')");
  await database.release();
  return folder;
}

export function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonplace-embedded-'));
  folders.push(folder);
  return folder;
}

/** A copy of a stopped database; one that root makes belongs to root, which must do as well. */
export async function existingDatabase(): Promise<string> {
  template ??= createTemplate();
  const folder = emptyFolder();
  cpSync(await template, folder, { recursive: true });
  return folder;
}

export function clusterOf(dataDir: string): string {
  return path.join(dataDir, 'postgres', '18');
}

export function portOf(dataDir: string): number {
  return JSON.parse(readFileSync(path.join(dataDir, 'postgres', 'connection.json'), 'utf8')).port;
}

export function leftovers(dataDir: string): string[] {
  const root = path.join(dataDir, 'postgres');
  const names = existsSync(root) ? readdirSync(root) : [];
  return names.filter((name) => name.startsWith('init-')).map((name) => path.join(root, name));
}

export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}

export async function notes(url: string): Promise<unknown[]> {
  return (await query(url, 'SELECT text FROM notes ORDER BY text')).map((row) => row.text);
}

export function spawnProcess(dataDir: string) {
  const script = path.join(import.meta.dirname, 'fixture-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  children.push(child);
  return child;
}

export async function startProcess(dataDir: string) {
  const child = spawnProcess(dataDir);
  const { value: line } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
  const opened: { url: string; created: boolean } = JSON.parse(line ?? '');
  const leave = async () => {
    child.stdin.end();
    await once(child, 'exit');
  };
  return { ...opened, child, leave };
}
