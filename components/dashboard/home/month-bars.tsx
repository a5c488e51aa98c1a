// A bar for each month, made of a piece for each kind. Drawn on the server.
import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { totalOf } from '@/lib/archive/counts';
import { monthAbbreviations } from '@/lib/dates';
import type { MonthCounts } from '@/lib/overview/months';
import { postKinds } from '@/lib/posts/kinds';
import { chartInWords, kindsInWords, monthName } from './month-texts';

type MonthBarsProps = {
  months: MonthCounts[];
  locale: string;
  /** Of the drawing, in CSS pixels where it has room. */
  width: number;
  /** Tells the drawing from another of the page. */
  name: string;
};

const height = 210;
const edge = { top: 10, right: 0, bottom: 24, left: 34 };

export function MonthBars({ months, locale, width, name }: MonthBarsProps) {
  const most = Math.max(...months.map(({ counts }) => totalOf(counts)), 1);
  const x = scaleBand<number>()
    .domain(months.map((_, index) => index))
    .range([edge.left, width - edge.right])
    .paddingInner(0.28);
  const y = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([height - edge.bottom, edge.top]);
  const layers = stack<MonthCounts, (typeof postKinds)[number]>()
    .keys(postKinds)
    .value(({ counts }, kind) => counts[kind] ?? 0)(months);
  return (
    <svg
      className={`month-bars is-${name}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`bars-${name}-title`}
      aria-describedby={`bars-${name}-text`}
    >
      <title id={`bars-${name}-title`}>Posts per month by kind</title>
      <desc id={`bars-${name}-text`}>{chartInWords(months, locale)}</desc>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick} className="grid">
            <line x1={edge.left} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={edge.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
              {tick.toLocaleString(locale)}
            </text>
          </g>
        ))}
      {layers.map((layer) => (
        <g key={layer.key} className={`kind-${layer.key}`}>
          {layer.map(([from, to], index) =>
            to === from ? null : (
              <rect
                key={keyOf(months[index])}
                x={x(index)}
                width={x.bandwidth()}
                y={y(to)}
                height={Math.max(y(from) - y(to) - 0.75, 0.5)}
              />
            ),
          )}
        </g>
      ))}
      {months.map((one, index) => (
        <g key={keyOf(one)}>
          {isLabelled(one) && (
            <text x={(x(index) ?? 0) + x.bandwidth() / 2} y={height - 6} textAnchor="middle">
              {one.month === 1 ? one.year : monthAbbreviations[one.month - 1]}
            </text>
          )}
          {/* What the pointer finds, wherever over the month it is. */}
          <rect
            className="month-area"
            x={x(index)}
            width={x.step()}
            y={edge.top}
            height={height - edge.top - edge.bottom}
          >
            <title>{`${monthName(one, locale)}: ${kindsInWords(one.counts, locale)}`}</title>
          </rect>
        </g>
      ))}
    </svg>
  );
}

const keyOf = (one: MonthCounts | undefined) => `${one?.year}-${one?.month}`;

/** January says the year, and every third month its name. */
const isLabelled = ({ month }: MonthCounts) => month % 3 === 1;
