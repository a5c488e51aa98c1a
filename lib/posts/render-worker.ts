// A thread of the render pool.

import type { RenderTask } from './render-pool';
import { type RenderedPost, renderPost } from './render-post';

export default function render({
  fields,
  number,
  publishedOn,
  style,
}: RenderTask): Promise<RenderedPost> {
  return renderPost(fields, { number, publishedOn }, style);
}
