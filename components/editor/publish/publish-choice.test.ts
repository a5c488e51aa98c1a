import { expect, test } from 'vitest';
import { publishChoice } from './publish-choice';

const now = '2026-02-03T09:00';

test.each([
  { time: null, intent: 'publish', publishedAt: '' },
  { time: '2026-02-03T09:01', intent: 'schedule', publishedAt: '2026-02-03T09:01' },
  { time: '2026-02-03T09:00', intent: 'publish', publishedAt: '2026-02-03T09:00' },
  { time: '2025-12-31T23:59', intent: 'publish', publishedAt: '2025-12-31T23:59' },
])('the time $time means: $intent', ({ time, intent, publishedAt }) => {
  expect(publishChoice(time, now)).toMatchObject({ intent, publishedAt });
});

test('a time that is emptied or half typed publishes nothing', () => {
  expect(publishChoice('', now)).toBeNull();
});
