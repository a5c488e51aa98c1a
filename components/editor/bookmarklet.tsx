import { dashboardUrls } from '@/lib/dashboard-urls';
import { Html } from '../ui/html';
import { bookmarkletHtml } from './bookmarklet-source';

/** A button to drag to the browser's bar: it opens a new link post for the page one is reading. */
export function Bookmarklet({ siteUrl }: { siteUrl: string }) {
  const html = bookmarkletHtml(siteUrl + dashboardUrls.newPost('blogmark'));
  return (
    <section className="bookmarklet">
      <h2>Link to any page</h2>
      <p>
        Drag this to your bookmarks bar. Pressed on a page, it begins a link post with its address,
        its title and what you have selected.
      </p>
      <Html as="span" html={html} />
    </section>
  );
}
