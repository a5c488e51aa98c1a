// The sample links, quotations, notes and beats: each shows something that such a post can hold.
import type { SamplePost } from './posts';

export const sampleLinks: SamplePost[] = [
  {
    kind: 'blogmark',
    linkUrl: 'https://example.org/old-books',
    linkTitle: 'Why do old books smell like that?',
    slug: 'old-books',
    publishedAt: '2026-01-30T15:00:00Z',
    tags: ['books', 'paper'],
    body: `Lignin, mostly, falling apart into something close to vanilla. The best sentence is near the end:

> A library is a very slow fire. [...] What you smell is the book being *finished* by somebody else.

I shall never open a paperback in the same way again.`,
  },
  {
    kind: 'blogmark',
    linkUrl: 'https://www.rfc-editor.org/rfc/rfc4287',
    linkTitle: 'The Atom Syndication Format',
    viaUrl: 'https://www.ietf.org/',
    viaTitle: 'IETF',
    slug: 'atom',
    publishedAt: '2026-01-29T16:45:00Z',
    tags: ['weblogs', 'standards'],
    body: `Twenty years old and still the clearest document about feeds. Three things it gets right:

1. An \`id\` that never changes,
2. an \`updated\` that does,

> The "atom:id" element conveys a permanent, universally unique identifier for an entry or feed.
>
> Permanent, it says.

- no guessing of dates,
- no guessing of encodings.`,
  },
  {
    kind: 'blogmark',
    linkUrl: 'https://example.org/thirteen',
    linkTitle: 'A field guide to thirteen knots',
    slug: 'thirteen-knots',
    publishedAt: '2026-01-28T07:05:00Z',
    tags: [
      'knots',
      'rope',
      'sailing',
      'climbing',
      'bookbinding',
      'paper',
      'string',
      'craft',
      'patience',
      'hands',
      'winter',
      'lists',
      'reading',
    ],
    body: 'One tag for each, in the order in which I failed to tie them. The bowline is the only one that anybody needs -- the rest are for showing to children.',
  },
];

export const sampleQuotations: SamplePost[] = [
  {
    kind: 'quotation',
    body: `Some books are to be tasted, others to be swallowed, and some few to be chewed and digested; [...] some books also may be read by deputy, and extracts made of them by others.`,
    source: 'Francis Bacon',
    sourceUrl: 'https://www.gutenberg.org/ebooks/575',
    context: '*Of Studies*, 1597',
    slug: 'francis-bacon',
    publishedAt: '2026-01-30T08:20:00Z',
    tags: ['reading', 'books'],
  },
  {
    kind: 'quotation',
    body: `I have made this letter longer than usual, because I have not had the time to make it shorter.`,
    source: 'Blaise Pascal',
    slug: 'blaise-pascal',
    publishedAt: '2026-01-27T22:10:00Z',
    tags: ['writing', 'letters'],
  },
];

export const sampleNotes: SamplePost[] = [
  {
    kind: 'note',
    title: 'What the manual says about saving',
    slug: 'saving',
    publishedAt: '2026-01-30T12:34:00Z',
    tags: ['weblogs', 'software'],
    body: `I went looking for what this weblog does with a page, and found it said better than I could:

> A page is made once, when somebody first asks for it, and kept. Everybody who comes later is handed the copy.
>
> What is kept is forgotten the moment something on it changes:
>
> \`\`\`sql
> select expire_cache_tags(array['tag:12', 'stream']);
> \`\`\`
>
> So nobody waits, and nobody reads yesterday's page.

That is all a reader needs to know about caches.`,
  },
  {
    kind: 'note',
    slug: 'frost',
    publishedAt: '2026-01-29T07:40:00Z',
    tags: ['winter'],
    body: `Frost on the inside of the window this morning, for the first time in years. I drew a bookshelf in it and it was gone by breakfast.`,
  },
  {
    kind: 'note',
    title: 'A picture and a drawing',
    slug: 'a-drawing',
    publishedAt: '2026-01-28T13:00:00Z',
    tags: ['craft', 'bookbinding'],
    body: `The mark of this site, as it is stored: <img src="/icon.svg" alt="An open book with a ribbon" width="64" height="64">

And how the sheets of a book are gathered, drawn in the post itself: <svg viewBox="0 0 240 60" width="240" height="60" role="img" aria-label="Four folded sheets, one inside the other"><g fill="none" stroke="currentColor" stroke-width="2"><path d="M10 50 L60 10 L110 50"/><path d="M24 50 L60 22 L96 50"/><path d="M38 50 L60 33 L82 50"/><path d="M140 30 H230"/><path d="M140 40 H210"/></g></svg>`,
  },
];

export const sampleBeats: SamplePost[] = [
  {
    kind: 'beat',
    beatType: 'release',
    title: 'ribbon 1.2',
    linkUrl: 'https://example.org/ribbon/releases/1.2',
    commentary: 'keeps the place in a long text',
    slug: 'ribbon-1-2',
    publishedAt: '2026-01-30T17:20:00Z',
    tags: ['software'],
  },
  {
    kind: 'beat',
    beatType: 'til',
    title: 'Pressing flowers between pages',
    linkUrl: 'https://example.org/til/pressing',
    commentary: 'they come out flat, like everything else in there',
    slug: 'pressing-flowers',
    publishedAt: '2026-01-30T16:55:00Z',
    tags: [],
  },
  {
    kind: 'beat',
    beatType: 'museum',
    title: 'The Museum of Paper Clips',
    linkUrl: 'https://example.org/museum',
    slug: 'paper-clips',
    publishedAt: '2026-01-27T11:15:00Z',
    tags: ['museums', 'paper'],
    commentary: 'two rooms above a stationer',
    body: 'Two rooms above a stationer, open on Saturdays. The curator will tell you that the paper clip was *not* invented where the monument says it was, and will go on telling you until you buy a postcard.',
  },
];
