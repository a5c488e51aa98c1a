// The table of contents of a long entry, read from its stored HTML, which our own printer has
// written: headings with ids, each with a link to itself. Pure.

export type Section = { id: string /** Text as HTML, without elements. */; html: string };
export type Chapter = Section & { sections: Section[] };

/** From so many words and chapters on an entry is worth a table. */
const fewestWords = 900;
const fewestChapters = 3;
/** A table that is longer than this lists no sections within chapters. */
const mostLines = 24;

const heading = /<h([23]) id="([^"]+)"[^>]*>([\s\S]*?)<\/h\1>/g;
const ownLink = /<a class="anchor"[\s\S]*?<\/a>/g;

/** The chapters of an entry with the sections in each; none where it needs no table. */
export function listContents(html: string, wordCount: number): Chapter[] {
  if (wordCount < fewestWords) return [];
  const chapters: Chapter[] = [];
  for (const [, level, id = '', inner = ''] of html.matchAll(heading)) {
    const section = {
      id,
      html: inner
        .replace(ownLink, '')
        .replace(/<[^>]+>/g, '')
        .trim(),
    };
    if (section.html === '') continue;
    if (level === '2') chapters.push({ ...section, sections: [] });
    else chapters.at(-1)?.sections.push(section);
  }
  if (chapters.length < fewestChapters) return [];
  const lines = chapters.reduce((sum, chapter) => sum + 1 + chapter.sections.length, 0);
  return lines <= mostLines ? chapters : chapters.map((chapter) => ({ ...chapter, sections: [] }));
}
