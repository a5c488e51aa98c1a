// What an import did, for whoever ran it: a line for each thing that needs a look, and a summary.
import type { Removal } from '../markdown/render';
import { kinds, type PostKind, postKinds } from '../posts/kinds';

type Outcome = 'created' | 'updated' | 'unchanged' | 'rejected';
type Counts = Record<Outcome, number>;

const zero = (): Counts => ({ created: 0, updated: 0, unchanged: 0, rejected: 0 });

export class ImportReport {
  readonly #counts = new Map<string, Counts>();
  readonly #lines: string[] = [];

  count(what: string, outcome: Outcome, number = 1): void {
    const counts = this.#counts.get(what) ?? zero();
    counts[outcome] += number;
    this.#counts.set(what, counts);
  }

  countPost(kind: PostKind, outcome: Outcome): void {
    this.count(kinds[kind].plural, outcome);
  }

  /** A row that was not taken. */
  reject(what: string, name: string, why: string): void {
    this.count(what, 'rejected');
    this.#lines.push(`Not taken: ${name}: ${why}`);
  }

  remark(text: string): void {
    this.#lines.push(text);
  }

  /** What the sanitiser removed from a post. */
  removals(name: string, removed: readonly Removal[]): void {
    if (removed.length === 0) return;
    const list = removed.map(({ what, count }) => (count === 1 ? what : `${what} × ${count}`));
    this.#lines.push(`Removed from ${name}: ${list.join(', ')}`);
  }

  /** Whether the import wrote anything. */
  get hasChanges(): boolean {
    return [...this.#counts.values()].some(({ created, updated }) => created + updated > 0);
  }

  lines(): string[] {
    return this.#lines;
  }

  /** How many of each thing were created, updated, unchanged and not taken; posts first. */
  counts(): ({ what: string } & Counts)[] {
    const order = postKinds.map((kind): string => kinds[kind].plural);
    const place = (what: string) => (order.includes(what) ? order.indexOf(what) : order.length);
    return [...this.#counts]
      .map(([what, counts]) => ({ what, ...counts }))
      .sort((a, b) => place(a.what) - place(b.what));
  }

  summary(): string[] {
    const columns = ['', 'created', 'updated', 'unchanged', 'not taken'];
    const table = this.counts().map((row) => [
      row.what,
      row.created,
      row.updated,
      row.unchanged,
      row.rejected,
    ]);
    return [columns, ...table].map((cells) =>
      cells
        .map((cell, index) => (index === 0 ? String(cell).padEnd(20) : String(cell).padStart(10)))
        .join(''),
    );
  }
}
