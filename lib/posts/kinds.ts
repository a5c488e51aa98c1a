// The five kinds of post: what each is called, where its listing lives, what it weighs on the front page.
// A new kind is a row here, a view, an editor form and a CHECK in the schema.

export type PostKind = 'entry' | 'blogmark' | 'quotation' | 'note' | 'beat';

export type KindDefinition = {
  /** Singular and plural as readers see them, lower case. */
  label: string;
  plural: string;
  /** Heading and navigation name of the listing. */
  heading: string;
  /** First segment of the listing's address. */
  segment: string;
  /** First segment of the short address, `/e/12/`. */
  short: string;
  /** The same of its feeds, after the format. */
  feed: string;
  /** Whether lists show the post in full or only its first paragraph. */
  inLists: 'full' | 'excerpt';
};

export const kinds = {
  entry: {
    label: 'entry',
    plural: 'entries',
    heading: 'Entries',
    segment: 'entries',
    short: 'e',
    feed: 'entries',
    inLists: 'excerpt',
  },
  blogmark: {
    label: 'link',
    plural: 'links',
    heading: 'Links',
    segment: 'blogmarks',
    short: 'b',
    feed: 'links',
    inLists: 'full',
  },
  quotation: {
    label: 'quotation',
    plural: 'quotations',
    heading: 'Quotations',
    segment: 'quotations',
    short: 'q',
    feed: 'quotations',
    inLists: 'full',
  },
  note: {
    label: 'note',
    plural: 'notes',
    heading: 'Notes',
    segment: 'notes',
    short: 'n',
    feed: 'notes',
    inLists: 'full',
  },
  beat: {
    label: 'beat',
    plural: 'beats',
    heading: 'Elsewhere',
    segment: 'elsewhere',
    short: 'beat',
    feed: 'beats',
    inLists: 'full',
  },
} as const satisfies Record<PostKind, KindDefinition>;

export const postKinds = Object.keys(kinds) as PostKind[];

/** The kind whose listing has this first segment, `blogmarks` → `blogmark`. */
export function kindOfSegment(segment: string): PostKind | null {
  return postKinds.find((kind) => kinds[kind].segment === segment) ?? null;
}

/** The kind whose short addresses begin with this segment, `e` → `entry`. */
export function kindOfShort(segment: string): PostKind | null {
  return postKinds.find((kind) => kinds[kind].short === segment) ?? null;
}

type BeatTypeDefinition = {
  /** The label in front of a beat, and a second word where one type is a variant of another. */
  label: string;
  suffix?: string;
  plural: string;
};

/** The beat types with names of their own; an import may bring others, shown under their own name. */
const beatTypes: Record<string, BeatTypeDefinition> = {
  release: { label: 'Release', plural: 'Releases' },
  til: { label: 'TIL', plural: 'TILs' },
  til_update: { label: 'TIL', suffix: 'updated', plural: 'TIL updates' },
  research: { label: 'Research', plural: 'Research' },
  tool: { label: 'Tool', plural: 'Tools' },
  museum: { label: 'Museum', plural: 'Museums' },
  sighting: { label: 'Sighting', plural: 'Sightings' },
  comment: { label: 'Comment', plural: 'Comments' },
};

const beatTypePattern = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** Whether a text may be a beat type and stand in an address. */
export function isBeatType(type: string): boolean {
  return beatTypePattern.test(type);
}

/** How a beat type is shown; an unknown one under its own name, `field-trip` → "Field trip". */
export function beatType(type: string): BeatTypeDefinition {
  const known = Object.hasOwn(beatTypes, type) ? beatTypes[type] : undefined;
  if (known) return known;
  const words = type.replace(/[_-]+/g, ' ').trim();
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return { label: name, plural: name };
}
