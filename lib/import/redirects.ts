// Stores former tag names and redirect rows, in one transaction.
import { eq, inArray } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { redirects, tagFormerNames, tags } from '../db/schema';
import { anyPath, comparablePath } from '../redirects/match';
import { tagSlug } from '../slugs';
import { toOwnPath } from './own-links';
import type { FormerNameRecord, RedirectRecord } from './record';
import type { ImportReport } from './report';

/** Stores the names that tags once had. */
export async function storeFormerNames(
  records: FormerNameRecord[],
  report: ImportReport,
  db: Database,
): Promise<void> {
  if (records.length === 0) return;
  await changePages(db, async (tx, touch) => {
    const slugs = records.flatMap((record) => tagSlug(record.tag) ?? []);
    const found = await tx
      .select({ id: tags.id, slug: tags.slug })
      .from(tags)
      .where(inArray(tags.slug, slugs));
    const idOf = new Map(found.map((tag) => [tag.slug, tag.id]));
    const rows = records.flatMap(({ name, tag }) => {
      const tagId = idOf.get(tagSlug(tag) ?? '');
      if (tagId !== undefined) return [{ name, tagId }];
      report.reject('former tag names', `former tag name “${name}”`, `there is no tag “${tag}”`);
      return [];
    });
    const added = await tx
      .insert(tagFormerNames)
      .values(rows)
      .onConflictDoNothing()
      .returning({ name: tagFormerNames.name });
    report.count('former tag names', 'created', added.length);
    report.count('former tag names', 'unchanged', rows.length - added.length);
    if (added.length > 0) touch([cacheTags.site]);
  });
}

type Row = typeof redirects.$inferInsert;

/** Stores redirect rows; those of the site's own former host become this site's. */
export async function storeRedirects(
  records: RedirectRecord[],
  ownHosts: string[],
  report: ImportReport,
  db: Database,
): Promise<void> {
  const rows = flatten(
    records.flatMap((record) => toRow(record, ownHosts, report)),
    report,
  );
  if (rows.length === 0) return;
  await changePages(db, async (tx, touch) => {
    let changed = 0;
    for (const row of rows) {
      const [known] = await tx
        .select()
        .from(redirects)
        .where(eq(redirects.importRef, row.importRef ?? ''));
      if (known?.host === row.host && known?.path === row.path && known?.target === row.target) {
        report.count('redirects', 'unchanged');
        continue;
      }
      if (known) await tx.delete(redirects).where(eq(redirects.id, known.id));
      const [stored] = await tx
        .insert(redirects)
        .values(row)
        .onConflictDoNothing()
        .returning({ id: redirects.id });
      if (stored === undefined) {
        report.reject(
          'redirects',
          `redirect ${row.host}${row.path}`,
          'another row has this address',
        );
        continue;
      }
      changed += 1;
      report.count('redirects', known ? 'updated' : 'created');
    }
    if (changed > 0) touch([cacheTags.site]);
  });
}

function toRow(
  record: RedirectRecord,
  ownHosts: string[],
  report: ImportReport,
): (Row & { host: string })[] {
  const host = record.host.toLowerCase();
  const path = record.path === anyPath ? anyPath : comparablePath(record.path);
  if (path === null) {
    report.reject(
      'redirects',
      `redirect ${record.host}/${record.path}`,
      'its path cannot be decoded',
    );
    return [];
  }
  return [
    {
      host: ownHosts.includes(host) ? '' : host,
      path,
      target: toOwnPath(record.target, ownHosts),
      importRef: record.ref,
    },
  ];
}

/** Rows of this site that lead to another row lead straight to its target; loops are refused. */
function flatten(rows: (Row & { host: string })[], report: ImportReport): Row[] {
  const own = new Map(rows.filter((row) => row.host === '').map((row) => [row.path, row.target]));
  return rows.flatMap((row) => {
    const seen = new Set(row.host === '' ? [row.path] : []);
    let target = row.target;
    for (let next = own.get(pathOf(target)); next !== undefined; next = own.get(pathOf(target))) {
      if (seen.has(pathOf(target))) {
        report.reject('redirects', `redirect ${row.host}${row.path}`, 'it leads back to itself');
        return [];
      }
      seen.add(pathOf(target));
      target = next;
    }
    if (row.host === '' && pathOf(target) === row.path) {
      report.reject('redirects', `redirect ${row.path}`, 'it leads to itself');
      return [];
    }
    return [{ ...row, target }];
  });
}

const pathOf = (target: string) => (target.startsWith('/') ? (comparablePath(target) ?? '') : '');
