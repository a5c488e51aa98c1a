import { describe, expect, test } from 'vitest';
import * as dates from './dates';

const utc = { locale: 'en', timeZone: 'UTC' };

describe('days', () => {
  test.each([
    {
      day: '2026-01-30',
      heading: 'Jan. 30, 2026',
      long: '30th January 2026',
      full: 'Friday, 30th January 2026',
    },
    {
      day: '2026-03-05',
      heading: 'March 5, 2026',
      long: '5th March 2026',
      full: 'Thursday, 5th March 2026',
    },
    {
      day: '2026-09-01',
      heading: 'Sept. 1, 2026',
      long: '1st September 2026',
      full: 'Tuesday, 1st September 2026',
    },
    {
      day: '2024-02-29',
      heading: 'Feb. 29, 2024',
      long: '29th February 2024',
      full: 'Thursday, 29th February 2024',
    },
    {
      day: '2003-11-11',
      heading: 'Nov. 11, 2003',
      long: '11th November 2003',
      full: 'Tuesday, 11th November 2003',
    },
    {
      day: '2003-12-22',
      heading: 'Dec. 22, 2003',
      long: '22nd December 2003',
      full: 'Monday, 22nd December 2003',
    },
    {
      day: '2003-06-23',
      heading: 'June 23, 2003',
      long: '23rd June 2003',
      full: 'Monday, 23rd June 2003',
    },
  ])('$day', ({ day, heading, long, full }) => {
    expect(dates.formatDayHeading(day, 'en')).toBe(heading);
    expect(dates.formatDay(day, 'en-GB')).toBe(long);
    expect(dates.formatFullDay(day, 'en')).toBe(full);
  });

  test('other languages use their own forms', () => {
    expect(dates.formatDay('2026-01-30', 'de')).toBe('30. Januar 2026');
    expect(dates.formatFullDay('2026-01-30', 'ja')).toBe('2026年1月30日金曜日');
    expect(dates.formatMonth(2026, 3, 'fr')).toBe('mars 2026');
  });
});

describe('times', () => {
  test.each([
    {
      at: '2026-01-30T03:51:00Z',
      zone: 'UTC',
      time: '3:51 am',
      series: 'Jan. 30, 2026, 3:51 a.m.',
    },
    { at: '2026-01-30T15:00:00Z', zone: 'UTC', time: '3 pm', series: 'Jan. 30, 2026, 3 p.m.' },
    { at: '2026-01-30T00:00:30Z', zone: 'UTC', time: '12 am', series: 'Jan. 30, 2026, midnight' },
    { at: '2026-01-30T12:00:00Z', zone: 'UTC', time: '12 pm', series: 'Jan. 30, 2026, noon' },
    {
      at: '2026-01-30T12:05:00Z',
      zone: 'UTC',
      time: '12:05 pm',
      series: 'Jan. 30, 2026, 12:05 p.m.',
    },
    {
      at: '2026-03-29T00:59:00Z',
      zone: 'Europe/Berlin',
      time: '1:59 am',
      series: 'Jan. 30, 2026, 1:59 a.m.',
    },
    {
      at: '2026-03-29T01:01:00Z',
      zone: 'Europe/Berlin',
      time: '3:01 am',
      series: 'Jan. 30, 2026, 3:01 a.m.',
    },
  ])('$at in $zone', ({ at, zone, time, series }) => {
    const style = { locale: 'en', timeZone: zone };
    expect(dates.formatTime(new Date(at), style)).toBe(time);
    expect(dates.formatDayAndTime('2026-01-30', new Date(at), style)).toBe(series);
  });

  test('other languages', () => {
    expect(dates.formatTime(new Date('2026-01-30T15:00:00Z'), { ...utc, locale: 'de' })).toBe(
      '15:00',
    );
  });
});

describe('the day of an instant', () => {
  test.each([
    { at: '2025-12-31T23:59:59Z', zone: 'UTC', day: '2025-12-31' },
    { at: '2025-12-31T23:59:59Z', zone: 'Asia/Tokyo', day: '2026-01-01' },
    { at: '2026-01-01T00:30:00Z', zone: 'America/Los_Angeles', day: '2025-12-31' },
  ])('$at in $zone', ({ at, zone, day }) => {
    expect(dates.dayInZone(new Date(at), zone)).toBe(day);
  });
});

describe('the calendar', () => {
  test.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [2024, 2, 31, false],
    [2024, 13, 1, false],
    [2024, 0, 1, false],
    [2024, 1, 0, false],
    [0, 1, 1, false],
    [9999, 12, 31, true],
  ])('%i-%i-%i exists: %s', (year, month, day, real) => {
    expect(dates.isRealDay(year, month, day)).toBe(real);
  });

  test('ranges are half open', () => {
    expect(dates.monthRange(2026, 12)).toEqual({ from: '2026-12-01', before: '2027-01-01' });
    expect(dates.yearRange(2026)).toEqual({ from: '2026-01-01', before: '2027-01-01' });
  });

  test('weeks begin on Monday', () => {
    expect(dates.weekday('2026-11-22')).toBe(7);
    expect(dates.weekday('2026-11-23')).toBe(1);
  });

  test('zones', () => {
    expect(dates.isTimeZone('Europe/Berlin')).toBe(true);
    expect(dates.isTimeZone('Mars/Olympus')).toBe(false);
  });
});
