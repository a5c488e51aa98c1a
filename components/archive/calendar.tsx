// A month at a glance, weeks from Monday. How much a day holds is told by weight and in words.
import { type KindCounts, totalOf } from '@/lib/archive/counts';
import { type Day, dayOf, daysInMonth, formatFullDay, formatMonth, weekday } from '@/lib/dates';
import { urls } from '@/lib/urls';

type CalendarProps = {
  year: number;
  month: number;
  days: { day: Day; counts: KindCounts }[];
  locale: string;
  /** The day that the page is about. */
  current?: Day;
};

export function Calendar({ year, month, days, locale, current }: CalendarProps) {
  const counts = new Map(days.map(({ day, counts }) => [day, counts]));
  const weekdayNames = weekdays(locale);
  return (
    <table className="calendar">
      <caption>
        <a href={urls.month(year, month)}>{formatMonth(year, month, locale)}</a>
      </caption>
      <thead>
        <tr>
          {weekdayNames.map(({ short, long }) => (
            <th key={long} scope="col">
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks(year, month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, index) =>
              day === null ? (
                <td key={`gap ${weekdayNames[index]?.long}`} />
              ) : (
                <td key={day} className={day === current ? 'is-current' : undefined}>
                  <CalendarDay
                    day={day}
                    counts={counts.get(day)}
                    locale={locale}
                    isCurrent={day === current}
                  />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CalendarDayProps = {
  day: Day;
  counts: KindCounts | undefined;
  locale: string;
  isCurrent: boolean;
};

function CalendarDay({ day, counts, locale, isCurrent }: CalendarDayProps) {
  const number = Number(day.slice(-2));
  if (counts === undefined) return <span>{number}</span>;
  const total = totalOf(counts);
  const label = `${formatFullDay(day, locale)}: ${total} ${total === 1 ? 'post' : 'posts'}`;
  return (
    <a
      href={urls.day(day)}
      aria-label={label}
      aria-current={isCurrent ? 'page' : undefined}
      className={counts.entry ? 'has-entry' : undefined}
      data-weight={Math.min(4, Math.ceil(total / 3))}
    >
      {number}
    </a>
  );
}

/** The weeks of a month from Monday to Sunday; null where a day belongs to another month. */
function weeks(year: number, month: number): (Day | null)[][] {
  const first = weekday(dayOf(year, month, 1)) - 1;
  const length = daysInMonth(year, month);
  const cells: (Day | null)[] = [
    ...Array<null>(first).fill(null),
    ...Array.from({ length }, (_, index) => dayOf(year, month, index + 1)),
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Names of the weekdays from Monday. 5 January 2026 was one. */
function weekdays(locale: string): { short: string; long: string }[] {
  const name = (day: number, weekday: 'narrow' | 'long') =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(Date.UTC(2026, 0, day));
  return Array.from({ length: 7 }, (_, index) => ({
    short: name(5 + index, 'narrow'),
    long: name(5 + index, 'long'),
  }));
}
