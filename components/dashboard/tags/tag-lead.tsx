import type { TagDetail } from '@/lib/tags/author-queries';
import { countOfPosts } from '@/lib/tags/sentences';
import { urls } from '@/lib/urls';

/** How much a tag is used, where readers find it, and what else leads there. */
export function TagLead({ tag }: { tag: TagDetail }) {
  const { published, unpublished, formerNames, slug } = tag;
  return (
    <div className="lead">
      <p>
        {published + unpublished === 0 ? 'No post has it.' : `On ${countOfPosts(published)}`}
        {unpublished > 0 && ` and ${unpublished.toLocaleString('en')} that readers do not see`}
        {published > 0 && (
          <>
            , at <a href={urls.tag(slug)}>{decodeURI(urls.tag(slug))}</a>
          </>
        )}
      </p>
      {formerNames.length > 0 && <p>Former names that lead here: {formerNames.join(', ')}</p>}
    </div>
  );
}
