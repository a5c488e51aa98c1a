// Stored pages on disk: one compressed file each, written beside and renamed, the least recently
// used deleted when the folder grows over its limit.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { ChangeQueue } from './change-queue.mjs';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const maxBytes = 1024 * 1024 * 1024;
const maxFiles = 250_000;
/** What a file takes on disk beyond its length. */
const blockBytes = 4096;
const identityFile = 'database';
/** What configure.ts calls the folders of builds and addresses, which lie side by side. */
const edition = /^[0-9a-f]{16}$/;

/**
 * @typedef {import('./store.mjs').Entry} Entry
 * @typedef {{ key: string, entry: Entry | null }} Change an entry to be written; null deletes the file
 */

export class PageFolder {
  #directory;
  #log;
  /** Name → size of what lies in the folder, in order of use. */
  #files;
  /** @type {Promise<void> | undefined} */
  #opening;
  #isOpen = false;
  /** @type {ChangeQueue<Change>} */
  #changes = new ChangeQueue({
    carryOut: (name, change) => this.#carryOut(name, change),
    leaveOut: (name, { entry }) => {
      if (entry === null) return false;
      // Nor is an older edition of it read: whoever asks has it rendered.
      this.#files.delete(name);
      return true;
    },
  });

  /** @param {{ directory: string, log: (message: string) => void }} options */
  constructor({ directory, log }) {
    this.#directory = directory;
    this.#log = log;
    this.#files = new LRUCache({
      max: maxFiles,
      maxSize: maxBytes,
      sizeCalculation: (/** @type {number} */ bytes) => bytes,
      dispose: (/** @type {number} */ _bytes, /** @type {string} */ name, reason) => {
        if (reason === 'evict') this.#remove(name);
      },
    });
  }

  /**
   * @param {string} key
   * @returns {Promise<Entry | null>}
   */
  async read(key) {
    await this.#open();
    const name = nameOf(key);
    if (this.#files.get(name) === undefined) return null;
    try {
      return await decode(key, await readFile(this.#pathOf(name)));
    } catch (error) {
      // A file that cannot be read is a page that is not stored; it is rendered again.
      if (!isMissing(error)) this.#log(`Page cache: cannot read ${name}: ${String(error)}`);
      this.#files.delete(name);
      return null;
    }
  }

  /**
   * Has an entry written. In a rush it may be left out: it is rendered again by who asks for it.
   * @param {string} key
   * @param {Entry} entry
   */
  write(key, entry) {
    this.#changes.add(nameOf(key), { key, entry });
  }

  /**
   * Has an entry deleted.
   * @param {string} key
   */
  delete(key) {
    const name = nameOf(key);
    // Of made-up addresses there are many, and nothing of them lies here.
    if (this.#files.has(name) || this.#changes.has(name) || !this.#isOpen)
      this.#changes.add(name, { key, entry: null });
  }

  /** Resolves when everything has been done. */
  settled() {
    return this.#changes.settled();
  }

  /**
   * @param {string} name
   * @param {Change} change
   */
  async #carryOut(name, { key, entry }) {
    try {
      await this.#open();
      if (entry !== null) await this.#store(name, await encode(key, entry));
      else if (this.#files.delete(name)) await this.#remove(name);
    } catch (error) {
      // A full or missing disk must not take the page down: it is served from memory.
      this.#log(`Page cache: cannot change its folder: ${String(error)}`);
    }
  }

  /**
   * @param {string} name
   * @param {Buffer} bytes
   */
  async #store(name, bytes) {
    const file = this.#pathOf(name);
    const draft = `${file}.${randomUUID()}`;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, file);
    this.#files.set(name, bytes.length + blockBytes);
  }

  /**
   * Whether what lies here belongs to this database; if not, it is thrown away.
   * @param {string} identity
   */
  async belongTo(identity) {
    await this.settled();
    await this.#open();
    const file = path.join(this.#directory, identityFile);
    const recorded = await readFile(file, 'utf8').catch(nullIfMissing);
    if (recorded === identity) return true;
    this.#files.clear();
    await rm(this.#directory, { recursive: true, force: true });
    await mkdir(this.#directory, { recursive: true });
    await writeFile(file, identity);
    return false;
  }

  #open() {
    if (this.#opening === undefined) {
      this.#opening = this.#scan();
      // Behind the back of whoever opens: a gigabyte takes a while.
      void this.#removeOthers();
    }
    return this.#opening;
  }

  /** Throws away what earlier builds and addresses left: nobody will ask for it again. */
  async #removeOthers() {
    const { dir, base } = path.parse(this.#directory);
    if (!edition.test(base)) return;
    try {
      for (const name of await readdir(dir))
        if (name !== base && edition.test(name))
          await rm(path.join(dir, name), { recursive: true, force: true });
    } catch (error) {
      if (!isMissing(error))
        this.#log(`Page cache: cannot delete what an earlier build left: ${String(error)}`);
    }
  }

  /** Learns what earlier processes left, oldest first. */
  async #scan() {
    await mkdir(this.#directory, { recursive: true });
    const found = [];
    for (const folder of await readdir(this.#directory, { withFileTypes: true })) {
      if (!folder.isDirectory()) continue;
      for (const file of await readdir(path.join(this.#directory, folder.name))) {
        const name = folder.name + file;
        const { size, mtimeMs } = await stat(path.join(this.#directory, folder.name, file));
        if (file.includes('.')) await this.#remove(name);
        else found.push({ name, size, mtimeMs });
      }
    }
    found.sort((a, b) => a.mtimeMs - b.mtimeMs);
    for (const { name, size } of found) this.#files.set(name, size + blockBytes);
    this.#isOpen = true;
  }

  /** @param {string} name */
  async #remove(name) {
    try {
      await rm(this.#pathOf(name), { force: true });
    } catch (error) {
      this.#log(`Page cache: cannot delete ${name}: ${String(error)}`);
    }
  }

  /** @param {string} name */
  #pathOf(name) {
    return path.join(this.#directory, name.slice(0, 2), name.slice(2));
  }
}

/** @param {string} key */
function nameOf(key) {
  return createHash('sha256').update(key).digest('hex').slice(0, 40);
}

/**
 * @param {string} key
 * @param {Entry} entry
 */
async function encode(key, entry) {
  const { value, ...rest } = entry;
  const stored =
    value.kind === 'APP_PAGE'
      ? { kind: value.kind, html: value.html, status: value.status, headers: value.headers }
      : {
          kind: value.kind,
          body: value.body.toString('base64'),
          status: value.status,
          headers: value.headers,
        };
  return compress(JSON.stringify({ key, ...rest, value: stored }));
}

/**
 * @param {string} key
 * @param {Buffer} bytes
 * @returns {Promise<Entry | null>}
 */
async function decode(key, bytes) {
  const { key: storedKey, value, ...rest } = JSON.parse((await decompress(bytes)).toString('utf8'));
  if (storedKey !== key) return null;
  if (value.kind === 'APP_ROUTE')
    return { ...rest, value: { ...value, body: Buffer.from(value.body, 'base64') } };
  return { ...rest, value: { ...value, rscData: Buffer.alloc(0) } };
}

/** @param {unknown} error */
function isMissing(error) {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** @param {unknown} error */
function nullIfMissing(error) {
  if (isMissing(error)) return null;
  throw error;
}
