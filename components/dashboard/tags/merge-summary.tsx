import { kinds } from '@/lib/posts/kinds';
import type { MergePreview } from '@/lib/tags/merge-preview';
import { countOfPosts, countOfTags, quoted } from '@/lib/tags/sentences';
import { nameTags } from '@/lib/tags/titles';
import { urls } from '@/lib/urls';

const counted = (count: number, one: string, more = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

/** What a merge would do, in sentences. */
export function MergeSummary({ preview }: { preview: MergePreview }) {
  const { from, into, posts, descriptionOf } = preview;
  const target = quoted(into.name);
  return (
    <ul className="merge-summary">
      <li>
        {posts === 0
          ? 'No post moves: none has what is merged.'
          : `${countOfPosts(posts)} ${posts === 1 ? 'moves' : 'move'} to ${target}: ${kindList(preview)}.`}
        {posts > 0 && unseen(preview)}
      </li>
      {preview.haveBoth > 0 && (
        <li>
          {countOfPosts(preview.haveBoth)} {preview.haveBoth === 1 ? 'has' : 'have'} {target} as
          well: there it takes the place of the first.
        </li>
      )}
      <li>
        {nameTags(from.map(({ slug }) => urls.tag(slug)))} {from.length === 1 ? 'leads' : 'lead'} to{' '}
        {urls.tag(into.slug)} for ever, and whoever writes{' '}
        {nameTags(from.map(({ name }) => quoted(name)))} means {target}.
      </li>
      <li>{pageSentence(preview)}</li>
      {descriptionOf && (
        <li>
          {target} has no description and takes over that of {quoted(descriptionOf.name)}.
        </li>
      )}
      <li>You can take it back afterwards.</li>
    </ul>
  );
}

const kindList = ({ kinds: counts }: MergePreview) =>
  nameTags(counts.map(({ kind, posts }) => counted(posts, kinds[kind].label, kinds[kind].plural)));

/** Of the posts those that readers do not see. */
function unseen({ unpublished, binned }: MergePreview): string {
  const parts = [
    unpublished > 0 && `${unpublished.toLocaleString('en')} not public yet`,
    binned > 0 && `${binned.toLocaleString('en')} in the bin`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : ` Among them: ${parts.join(', ')}.`;
}

function pageSentence({ pages }: MergePreview): string {
  if (pages === null) return 'Nearly every page of the site shows it at once.';
  if (pages.posts === 0) return 'No other public page shows it.';
  const shown = [
    counted(pages.posts, 'post'),
    counted(pages.days, 'day'),
    counted(pages.months, 'month'),
    ...(pages.tags > 0 ? [countOfTags(pages.tags).replace(/^(\S+)/, '$1 other')] : []),
  ];
  return `The pages of ${nameTags(shown)} show it at once, and the lists they stand in.`;
}
