// The one place where HTML enters a page as text: an author's, sanitised when it was saved, or a
// long list's (lib/html).

type HtmlProps = {
  html: string;
  as?: 'div' | 'span' | 'ul' | 'blockquote';
  className?: string;
  cite?: string;
};

export function Html({ html, as: Element = 'div', ...attributes }: HtmlProps) {
  return <Element {...attributes} dangerouslySetInnerHTML={{ __html: html }} />;
}
