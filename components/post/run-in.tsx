// A heading that runs into the text: the title opens the first paragraph, as in a dictionary.
import type { ReactNode } from 'react';
import { Heading, type HeadingLevel } from '@/components/ui/heading';
import { Html } from '@/components/ui/html';

type RunInProps = {
  level: HeadingLevel;
  /** The heading's content. */
  title: ReactNode;
  /** What stands between heading and text, such as "(via)". */
  after?: ReactNode;
  html: string;
};

/** A heading may not stand in a paragraph, so the style sheet sets both as one line. */
export function RunIn({ level, title, after, html }: RunInProps) {
  const { lead, rest } = splitLead(html);
  return (
    <div className="e-content">
      <div className="run-in prose">
        <Heading level={level}>{title}</Heading>
        {after}
        {lead && (
          <>
            {' '}
            <Html as="span" html={lead} />
          </>
        )}
      </div>
      {rest && <Html className="prose" html={rest} />}
    </div>
  );
}

/** The content of a leading paragraph, and what follows. A paragraph holds no other, so its end is the first. */
function splitLead(html: string): { lead: string; rest: string } {
  const end = html.indexOf('</p>');
  if (!html.startsWith('<p>') || end === -1) return { lead: '', rest: html };
  return { lead: html.slice('<p>'.length, end), rest: html.slice(end + '</p>'.length).trim() };
}
