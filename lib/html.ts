// Text as HTML. For the few places that write HTML as text: a page with thousands of like elements
// is rendered many times as fast as text, since React works on each element four times (twice to
// describe it, once to print it, once to prepare it for a router that these pages do not have).

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for use between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}
