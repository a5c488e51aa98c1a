import { Html } from '@/components/ui/html';
import { type Chapter, listContents, type Section } from '@/lib/posts/contents';
import type { Entry } from '@/lib/posts/types';

/** What a long entry has in it; nothing for a short one. */
export function Contents({ post }: { post: Entry }) {
  const chapters = listContents(post.html, post.wordCount);
  if (chapters.length === 0) return null;
  return (
    <nav className="post-contents" aria-labelledby="site-contents">
      <h2 id="site-contents">Contents</h2>
      <ol>
        {chapters.map((chapter) => (
          <ContentsChapter key={chapter.id} chapter={chapter} />
        ))}
      </ol>
    </nav>
  );
}

function ContentsChapter({ chapter }: { chapter: Chapter }) {
  return (
    <li>
      <SectionLink section={chapter} />
      {chapter.sections.length > 0 && (
        <ol>
          {chapter.sections.map((section) => (
            <li key={section.id}>
              <SectionLink section={section} />
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function SectionLink({ section: { id, html } }: { section: Section }) {
  return (
    <a href={`#${id}`}>
      <Html as="span" html={html} />
    </a>
  );
}
