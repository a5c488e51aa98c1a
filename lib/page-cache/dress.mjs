// How a rendered page is stored: without the framework's scripts, its data and its markers, which
// nobody needs on a page that no framework script ever touches. What stays are the theme script,
// our one script file and structured data.

/** @typedef {import('./handler.mjs').PageValue} PageValue */

// Other tags are matched too, so that a `<script>` in a value of theirs is passed over: the printer
// escapes it today, but did not in bodies that are stored since before.
const scriptOrTag =
  /<script\b([^>]*)>[\s\S]*?<\/script>|<[a-z][^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*)*>/g;
const scriptPreload = /<link rel="(?:preload|modulepreload)"[^>]*\bas="script"[^>]*>/g;
// Text separators, Suspense boundaries and the message of a thrown 404: read by React in the browser only.
const reactMarker =
  /<!--(?: |\/?\$[!?~]?|\/?&|html|head|body)-->|<template data-dgst="[^"]*"><\/template>|<div hidden=""><\/div>/g;

// Hints that Next adds for fonts: a connection to this very host, a mark for its own style sheets.
const frameworkHint = /<link rel="preconnect" href="\/"[^>]*>|<meta name="next-size-adjust"[^>]*>/g;

/** Scripts carry this attribute when they are ours to keep. */
const keptMark = 'data-keep';
const isStructuredData = (/** @type {string} */ attributes) =>
  attributes.includes('type="application/ld+json"');
/** Of a tag that is no script there are no attributes to judge. */
const isUnwanted = (/** @type {string | undefined} */ attributes) =>
  attributes !== undefined && !attributes.includes(keptMark) && !isStructuredData(attributes);

/**
 * Removes from a page, in place, what only the framework's scripts would use.
 * @param {PageValue} page
 */
export function dressPage(page) {
  page.html = page.html
    .replace(scriptOrTag, (found, attributes) => (isUnwanted(attributes) ? '' : found))
    .replace(scriptPreload, '')
    .replace(frameworkHint, '')
    .replace(reactMarker, '');
  // Asked for only by the framework's router, which these pages do not have.
  page.rscData = Buffer.alloc(0);
  page.segmentData = undefined;
}
