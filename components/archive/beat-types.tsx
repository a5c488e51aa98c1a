import { beatType } from '@/lib/posts/kinds';
import { formatTotal, type Total } from '@/lib/posts/totals';
import { urls } from '@/lib/urls';

type BeatTypesProps = {
  types: { type: string; total: Total }[];
  locale: string;
  current?: string;
};

/** The types of beats with their counts. */
export function BeatTypes({ types, locale, current }: BeatTypesProps) {
  return (
    <nav aria-labelledby="site-beat-types">
      <h2 id="site-beat-types">Elsewhere</h2>
      <ul className="counted-links">
        {types.map(({ type, total }) => (
          <li key={type}>
            <a href={urls.beats(type)} aria-current={type === current ? 'page' : undefined}>
              {beatType(type).plural}
            </a>{' '}
            <span className="count">{formatTotal(total, locale)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
