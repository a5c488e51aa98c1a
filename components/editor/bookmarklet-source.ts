// The bookmarklet: a line of script as an address. React refuses such addresses, rightly, so the
// link is made as text; nothing in it comes from anybody but this site's own address.
import { escapeHtml } from '@/lib/html';

/** The script, for a page that begins a link post at this address. */
export function bookmarkletScript(newPostUrl: string): string {
  const target = JSON.stringify(newPostUrl);
  return `javascript:(()=>{let d=document,q=new URLSearchParams({url:(d.querySelector('link[rel=canonical]')||location).href,title:d.title,text:String(getSelection())});open(${target}+'?'+q)})()`;
}

/** A link that can be dragged to the bookmarks bar. */
export function bookmarkletHtml(newPostUrl: string): string {
  return `<a class="button is-plain" href="${escapeHtml(bookmarkletScript(newPostUrl))}">Link this</a>`;
}
