// The one word by which the dashboard tells the script of reading pages, in this browser alone, to
// show the author's links. It grants nothing.

/** A key of `localStorage`; `on` shows the links. */
export const editLinksKey = 'edit-links';
