import { Fragment } from 'react';
import type { TagRef } from '@/lib/posts/types';
import { urls } from '@/lib/urls';

/** Tags in the order in which they were attached, with commas. */
export function TagLinks({ tags }: { tags: TagRef[] }) {
  return tags.map((tag, index) => (
    <Fragment key={tag.id}>
      {index > 0 && ', '}
      <a rel="tag" href={urls.tag(tag.slug)}>
        {tag.name}
      </a>
    </Fragment>
  ));
}
