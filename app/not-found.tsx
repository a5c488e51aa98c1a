// Next asks for this file. Readers do not meet it: proxy.ts leads unknown addresses to the 404 page
// in the site's design. It reads no settings, because a build has no database.
export default function NotFound() {
  return (
    <html lang="en">
      <body>
        <main className="page is-single">
          <h1>Nothing here</h1>
          <p>
            No page has this address. <a href="/">Go to the front page.</a>
          </p>
        </main>
      </body>
    </html>
  );
}
