// The one place where HTML enters a page as text: an author's, sanitised when it was saved, a long
// list's (lib/html), or what React has written already (lib/static-markup).

type HtmlProps = {
  html: string;
  as?: 'div' | 'span' | 'ul' | 'blockquote';
  className?: string;
  cite?: string;
};

export function Html({ html, as: Element = 'div', ...attributes }: HtmlProps) {
  return <Element {...attributes} dangerouslySetInnerHTML={{ __html: html }} />;
}

type ScriptPlaceProps = {
  [name: `data-${string}`]: string | number;
  className?: string;
  hidden?: boolean;
};

/**
 * An empty place that a script of the page fills. Where a platform leaves the framework's scripts
 * in, React does not mind what it finds there.
 */
export function ScriptPlace(attributes: ScriptPlaceProps) {
  return <span {...attributes} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />;
}
