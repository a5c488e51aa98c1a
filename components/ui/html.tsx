// The one place where stored HTML enters a page. It was sanitised when it was saved.

type HtmlProps = {
  html: string;
  as?: 'div' | 'span' | 'p' | 'blockquote';
  className?: string;
  cite?: string;
};

export function Html({ html, as: Element = 'div', ...attributes }: HtmlProps) {
  return <Element {...attributes} dangerouslySetInnerHTML={{ __html: html }} />;
}
