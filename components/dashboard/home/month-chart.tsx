import { Table } from '@/components/ui/table';
import { totalOf } from '@/lib/archive/counts';
import { formatCount } from '@/lib/languages';
import type { MonthCounts } from '@/lib/overview/months';
import { kinds, postKinds } from '@/lib/posts/kinds';
import { urls } from '@/lib/urls';
import { MonthBars } from './month-bars';
import { monthName } from './month-texts';

type MonthChartProps = { months: MonthCounts[]; locale: string };

/** Posts per month, stacked by kind: two years, on a phone one; and the same as a table. */
export function MonthChart({ months, locale }: MonthChartProps) {
  return (
    <section className="month-chart" aria-labelledby="home-month-chart">
      <h2 id="home-month-chart">Posts per month</h2>
      <ul className="chart-legend">
        {postKinds.map((kind) => (
          <li key={kind} className={`kind-${kind}`}>
            {kinds[kind].heading}
          </li>
        ))}
      </ul>
      <MonthBars months={months} locale={locale} width={720} name="wide" />
      <MonthBars months={months.slice(-12)} locale={locale} width={350} name="narrow" />
      <details>
        <summary>The same as a table</summary>
        <Table caption="Posts per month by kind">
          <thead>
            <tr>
              <th scope="col">Month</th>
              {postKinds.map((kind) => (
                <th key={kind} scope="col" className="is-number">
                  {kinds[kind].heading}
                </th>
              ))}
              <th scope="col" className="is-number">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map((one) => (
              <tr key={`${one.year}-${one.month}`}>
                <th scope="row">
                  {totalOf(one.counts) > 0 ? (
                    <a href={urls.month(one.year, one.month)}>{monthName(one, locale)}</a>
                  ) : (
                    monthName(one, locale)
                  )}
                </th>
                {postKinds.map((kind) => (
                  <td key={kind} className="is-number">
                    {formatCount(one.counts[kind] ?? 0, locale)}
                  </td>
                ))}
                <td className="is-number">{formatCount(totalOf(one.counts), locale)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </section>
  );
}
