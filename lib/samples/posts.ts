// What a sample post is: input of a post with its time as text and its series by slug.
import type { PostInput } from '../posts/input';

type WithTextTime<Input> = Input extends unknown
  ? Omit<Input, 'publishedAt' | 'seriesId'> & { publishedAt: string; slug: string; series?: string }
  : never;

export type SamplePost = WithTextTime<PostInput>;

export const sampleSeries = [
  {
    slug: 'keeping-a-book',
    title: 'Keeping a book',
    summary: 'On notebooks, what to put into them, and how to find it again.',
  },
];

/** `sample:` in front of an import reference marks what a new site came with. */
export const samplePrefix = 'sample:';
