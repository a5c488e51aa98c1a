import { expect, test } from 'vitest';
import { localTime, nextHour, zonedNow, zonedTime } from './times';

test('the site’s zone decides what time it is', () => {
  const now = new Date('2026-03-29T00:59:00Z');
  expect(zonedNow('UTC', now)).toBe('2026-03-29T00:59');
  expect(zonedNow('Europe/Berlin', now)).toBe('2026-03-29T01:59');
  expect(zonedNow('America/Los_Angeles', now)).toBe('2026-03-28T17:59');
  expect(zonedNow('Asia/Tokyo', new Date('2026-12-31T15:00:00Z'))).toBe('2027-01-01T00:00');
});

test('the hour that is proposed is to come, in zones of half hours too', () => {
  const now = new Date('2026-12-31T23:10:00Z');
  expect(nextHour('UTC', now)).toBe('2027-01-01T00:00');
  expect(nextHour('Asia/Kolkata', now)).toBe('2027-01-01T05:00');
  expect(nextHour('UTC', new Date('2026-02-01T12:00:00Z'))).toBe('2026-02-01T13:00');
  expect(nextHour('UTC', new Date('2026-02-01T12:59:59Z'))).toBe('2026-02-01T14:00');
});

test('a time of publication names its zone', () => {
  expect(zonedTime('2026-02-03T08:00:00Z', 'Europe/Berlin')).toBe(
    '3 Feb 2026, 09:00 (Europe/Berlin)',
  );
});

test('a time of today is a time, another has its day', () => {
  const at = new Date(2026, 1, 3, 12, 4).getTime();
  expect(localTime(at, at + 1000)).toBe('12:04');
  expect(localTime(at, at + 86_400_000)).toBe('3 Feb, 12:04');
});
