/** What may be typed, for who has not typed anything yet. */
export function SearchHelp() {
  return (
    <dl className="search-help">
      <div>
        <dt>two words</dt>
        <dd>Both have to be there, in any form. The last one may still be going on.</dd>
      </div>
      <div>
        <dt>“a phrase”</dt>
        <dd>In this order.</dd>
      </div>
      <div>
        <dt>-word</dt>
        <dd>Not this one.</dd>
      </div>
      <div>
        <dt>one or other</dt>
        <dd>Either of them.</dd>
      </div>
      <div>
        <dt>from:2024-05-01 to:2024-06</dt>
        <dd>Between these days, both included. A month or a year will do.</dd>
      </div>
    </dl>
  );
}
