import { expect, it } from 'vitest';
import { isExpired } from './pay-way';

it.each([
  [2026, 11, false],
  [2026, 10, true],
  [2027, 1, false],
  [2025, 12, true],
])('a card of %i/%i has expired in November 2026: %s', (year, month, expired) => {
  expect(isExpired({ year, month }, new Date(2026, 10, 30))).toBe(expired);
});

it('an account does not expire', () => {
  expect(isExpired(null)).toBe(false);
});
