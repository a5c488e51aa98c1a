import type { KindCounts } from '@/lib/archive/counts';
import { sumCounts, totalOf } from '@/lib/archive/counts';
import { formatCount } from '@/lib/languages';
import { kinds, postKinds } from '@/lib/posts/kinds';

type KindCountLineProps = { counts: KindCounts[]; locale: string };

/** `47 posts: 3 entries, 20 links, 1 quotation`. */
export function KindCountLine({ counts, locale }: KindCountLineProps) {
  const sum = sumCounts(counts);
  const total = totalOf(sum);
  const parts = postKinds.flatMap((kind) => {
    const count = sum[kind] ?? 0;
    if (count === 0) return [];
    return [
      `${formatCount(count, locale)} ${count === 1 ? kinds[kind].label : kinds[kind].plural}`,
    ];
  });
  if (parts.length === 1) return <p className="kind-counts">{parts[0]}</p>;
  return (
    <p className="kind-counts">
      {formatCount(total, locale)} {total === 1 ? 'post' : 'posts'}: {parts.join(', ')}
    </p>
  );
}
