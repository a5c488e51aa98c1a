// What has to change before a page appears where none is: a 404 is stored too, and carries it.
import { cacheTags } from '../cache-tags';
import { monthRange } from '../dates';
import type { Address } from '../urls';

/** The cache tags of that; none for a path that means no page. */
export function awaitedTags(address: Address | null): string[] {
  switch (address?.page) {
    case 'stream':
      return [cacheTags.stream];
    case 'year':
    case 'day':
    case 'post':
      return [cacheTags.days];
    case 'month': {
      const { from } = monthRange(address.year, address.month);
      return [cacheTags.days, cacheTags.calendar(from)];
    }
    case 'kind':
      return [cacheTags.kind(address.kind)];
    case 'beats':
      return [cacheTags.beatTypes];
    case 'tag':
      return [cacheTags.tagIndex];
    case 'series':
      return [cacheTags.seriesIndex];
    case 'feed':
      return [...awaitedTags(address.of), cacheTags.everything];
    default:
      return [];
  }
}
