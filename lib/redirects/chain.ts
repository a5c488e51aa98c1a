// Where a redirect leads in the end, given all others, and which others lead on by it. Knows the
// rows alone; whether a page is at an address it asks.
import { formatSource, type RedirectInput, type Refusal } from './input';
import { anyPath, comparablePath, isFormerHost, matchRedirect } from './match';

export type StoredRedirect = RedirectInput & { id: number };

/** A row of the table, and what of it is stored. */
type Row = RedirectInput & { former?: StoredRedirect };

/** Whether a public page answers at a path of this site. */
export type IsLive = (path: string) => Promise<boolean>;

type Place = { host: string; path: string; pathname: string; search: string };

/** More steps than any chain that ends. */
const maxSteps = 50;

/** Where a target stands among addresses; null when it cannot be decoded. */
function placeOf(target: string): Place | null {
  const { host, pathname, search } = new URL(target, 'http://this.site');
  const path = comparablePath(pathname);
  if (path === null) return null;
  return { host: target.startsWith('/') ? '' : host.toLowerCase(), path, pathname, search };
}

const keyOf = ({ host, path }: Pick<Place, 'host' | 'path'>) => `${host} ${path}`;

/** Every redirect there is, by where it stands and by where it leads. */
export class RedirectTable {
  #rows = new Map<string, Row>();
  #leadingTo = new Map<string, Set<Row>>();

  #formerHosts: readonly string[];

  /** @param formerHosts those that this site answers for: without a row, by the same path here */
  constructor(rows: readonly StoredRedirect[], formerHosts: readonly string[] = []) {
    this.#formerHosts = formerHosts;
    for (const row of rows) this.add({ ...row, former: row });
  }

  /** The row of just this address. */
  at(address: Pick<Place, 'host' | 'path'>): Row | null {
    return this.#rows.get(keyOf(address)) ?? null;
  }

  find(id: number): Row | null {
    return [...this.#rows.values()].find((row) => row.former?.id === id) ?? null;
  }

  add(row: Row): void {
    this.#rows.set(keyOf(row), row);
    if (row.path !== anyPath) this.#sources(row.target).add(row);
  }

  remove(row: Row): void {
    this.#rows.delete(keyOf(row));
    this.#sources(row.target).delete(row);
  }

  /** Gives a row its place, and leads those on that led to it. @returns how many those are */
  settle(row: Row): number {
    const followers = this.#leadingTo.get(keyOf(row)) ?? new Set();
    this.#leadingTo.delete(keyOf(row));
    const there = this.#sources(row.target);
    for (const follower of followers) {
      follower.target = row.target;
      there.add(follower);
    }
    this.add(row);
    return followers.size;
  }

  /** Rows that are new or other than they were. */
  changed(): Row[] {
    return [...this.#rows.values()].filter(
      ({ host, path, target, former }) =>
        former?.host !== host || former.path !== path || former.target !== target,
    );
  }

  /** The end of the chain that a row not in the table would begin; or why it cannot be. */
  async endOf(row: RedirectInput, isLive: IsLive): Promise<string | Refusal> {
    if (row.path !== anyPath) return this.#follow(row, isLive);
    const refusal =
      refusalOfAny(row) ?? this.#circleOfHosts(row) ?? (await this.#circleBy(row, isLive));
    return refusal ?? row.target;
  }

  /** Rows for every path lead from host to host: they must not come back to the first. */
  #circleOfHosts({ host, target }: RedirectInput): Refusal | null {
    const trail = [host];
    for (let next: string | null = target; next !== null; ) {
      const place = placeOf(next);
      if (place === null) return null;
      const isBack = trail.includes(place.host);
      trail.push(place.host);
      if (isBack) return circle(trail.map((one) => formatSource({ host: one, path: anyPath })));
      const isOurs = place.host !== '' && isFormerHost(place.host, this.#formerHosts);
      next = this.at({ host: place.host, path: anyPath })?.target ?? (isOurs ? '/' : null);
    }
    return null;
  }

  /** Whether a row for every path closes a circle with one that leads from where it leads, back. */
  async #circleBy(row: RedirectInput, isLive: IsLive): Promise<Refusal | null> {
    const there = placeOf(row.target)?.host;
    const back = [...this.#rows.values()].filter(
      ({ host, path, target }) =>
        host === there && path !== anyPath && placeOf(target)?.host === row.host,
    );
    this.add(row);
    try {
      for (const one of back) {
        const end = await this.#follow(one, isLive);
        if (typeof end !== 'string') return end;
      }
      return null;
    } finally {
      this.remove(row);
    }
  }

  #sources(target: string): Set<Row> {
    const place = placeOf(target);
    const key = place === null ? target : keyOf(place);
    const known = this.#leadingTo.get(key) ?? new Set();
    this.#leadingTo.set(key, known);
    return known;
  }

  /** The end of the chain that a row begins. */
  async #follow(row: RedirectInput, isLive: IsLive): Promise<string | Refusal> {
    const trail = [{ host: row.host, path: row.path }];
    let { target } = row;
    while (trail.length < maxSteps) {
      const place = placeOf(target);
      if (place === null) return target;
      const isBack = trail.some((step) => keyOf(step) === keyOf(place));
      trail.push(place);
      if (isBack) break;
      // A page wins over a row: the chain ends there.
      if (place.host === '' && (await isLive(place.pathname))) return target;
      const next = this.#next(place);
      if (next === null) return target;
      target = next;
    }
    return circle(trail.map(formatSource));
  }

  #next(place: Place): string | null {
    const exact = this.at(place);
    if (exact || place.host === '') return exact?.target ?? null;
    const any = this.at({ host: place.host, path: anyPath });
    if (any) return matchRedirect([any], place.pathname, place.search);
    return isFormerHost(place.host, this.#formerHosts) ? place.pathname + place.search : null;
  }
}

const circle = (steps: string[]): Refusal => ({
  field: 'to',
  message: `That would lead in a circle: ${steps.join(' → ')}.`,
});

/** A row for every path keeps the path, so that it has no one end to be looked up. */
function refusalOfAny({ host, target }: RedirectInput): Refusal | null {
  const refuse = (message: string): Refusal => ({ field: 'to', message });
  if (/[?#]/.test(target)) return refuse('The path is added at the end: leave out ? and #.');
  if (host === '' && target.startsWith('/'))
    return refuse('Every address of this site without a page would lead to another one without.');
  return null;
}
