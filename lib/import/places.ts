// Where imported posts go: what this site already has of them, and which short id and slug each gets.
import { and, eq, inArray, max, notInArray, or, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { posts, postVersions } from '../db/schema';
import type { PostFields } from '../posts/input';
import { firstFree, nextNumber } from '../posts/write';
import type { PostRecord } from './record';

/** A post that an earlier run brought. */
export type Known = Pick<
  typeof posts.$inferSelect,
  | 'id'
  | 'importRef'
  | 'importHash'
  | 'slug'
  | 'publishedOn'
  | 'version'
  | 'number'
  | 'firstPublishedAt'
> & {
  /** Whether somebody has changed it here since it was imported last. */
  isEdited: boolean;
};

/** A record that is to be written. */
export type Checked = { record: PostRecord; fields: PostFields; known: Known | undefined };

type PlaceOfPost = { number: number; slug: string };

/** What earlier runs brought of a batch, by reference. */
export async function findKnown(
  batch: PostRecord[],
  db: Database,
): Promise<Map<string | null, Known>> {
  const rows = await db
    .select({
      id: posts.id,
      importRef: posts.importRef,
      importHash: posts.importHash,
      slug: posts.slug,
      publishedOn: posts.publishedOn,
      version: posts.version,
      number: posts.number,
      firstPublishedAt: posts.firstPublishedAt,
      isEdited: sql<boolean>`${posts.version} > coalesce((${lastImport(db)}), 1)`,
    })
    .from(posts)
    .where(
      inArray(
        posts.importRef,
        batch.map((record) => record.ref),
      ),
    );
  return new Map(rows.map((row) => [row.importRef, row]));
}

/** The version that an import made of a post, where it was imported more than once. */
const lastImport = (db: Database) =>
  db
    .select({ version: max(postVersions.version) })
    .from(postVersions)
    .where(and(eq(postVersions.postId, posts.id), eq(postVersions.reason, 'imported')));

/** Short id and slug of each post: the source's own, where nobody else has them. */
export async function choosePlaces(checked: Checked[], db: Database): Promise<PlaceOfPost[]> {
  const own = checked.flatMap(({ known }) => known?.id ?? []);
  const notOwn = own.length > 0 ? notInArray(posts.id, own) : undefined;
  const days = [...new Set(checked.map(({ record }) => record.publishedOn))];
  const numbers = checked.map(({ record }) => record.number);
  const kind = checked[0]?.fields.kind;
  const taken = await db
    .select({
      kind: posts.kind,
      number: posts.number,
      day: posts.publishedOn,
      slug: sql<string>`lower(${posts.slug})`,
    })
    .from(posts)
    .where(
      and(
        or(
          inArray(posts.publishedOn, days),
          and(kind ? eq(posts.kind, kind) : undefined, inArray(posts.number, numbers)),
        ),
        notOwn,
      ),
    );
  const takenNumbers = new Set(taken.filter((row) => row.kind === kind).map((row) => row.number));
  const slugsOf = new Map<string, Set<string>>();
  for (const { day, slug } of taken) if (day !== null) slugsOn(day, slugsOf).add(slug);
  let spare = kind === undefined ? 0 : await nextNumber(kind, db);
  return checked.map(({ record, known }) => {
    const slugs = slugsOn(record.publishedOn, slugsOf);
    // A post that got `-2` when it came keeps it.
    const kept =
      known?.publishedOn === record.publishedOn && isFormOf(known.slug, record.slug)
        ? known.slug
        : null;
    const slug = kept ?? firstFree(record.slug, slugs);
    slugs.add(slug.toLowerCase());
    if (known) return { number: known.number, slug };
    if (!takenNumbers.has(record.number)) return { number: record.number, slug };
    spare = Math.max(spare, ...numbers, 0) + 1;
    return { number: spare, slug };
  });
}

function slugsOn(day: string, slugsOf: Map<string, Set<string>>): Set<string> {
  const slugs = slugsOf.get(day) ?? new Set();
  slugsOf.set(day, slugs);
  return slugs;
}

const isFormOf = (slug: string, wanted: string) =>
  slug === wanted || (/-\d+$/.test(slug) && wanted.startsWith(slug.replace(/-\d+$/, '')));
