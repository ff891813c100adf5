import { expect, it } from 'vitest';
import { expiryText, isExpired } from './expiry';

it('writes the month with two digits', () => {
  expect(expiryText({ year: 2031, month: 8 })).toBe('08/2031');
});

it.each([
  [2026, 11, false],
  [2026, 10, true],
  [2025, 12, true],
  [2027, 1, false],
])('holds a card valid through its month: %i-%i', (year, month, expired) => {
  expect(isExpired({ year, month }, '2026-11-30')).toBe(expired);
});
