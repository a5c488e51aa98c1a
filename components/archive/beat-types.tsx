import { formatCount } from '@/lib/languages';
import { beatType } from '@/lib/posts/kinds';
import { urls } from '@/lib/urls';

type BeatTypesProps = {
  types: { type: string; count: number }[];
  locale: string;
  current?: string;
};

/** The types of beats with their counts. */
export function BeatTypes({ types, locale, current }: BeatTypesProps) {
  return (
    <nav aria-labelledby="site-beat-types">
      <h2 id="site-beat-types">Elsewhere</h2>
      <ul className="counted-links">
        {types.map(({ type, count }) => (
          <li key={type}>
            <a href={urls.beats(type)} aria-current={type === current ? 'page' : undefined}>
              {beatType(type).plural}
            </a>{' '}
            <span className="count">{formatCount(count, locale)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
