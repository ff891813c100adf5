import { describe, expect, it } from 'vitest';
import { parseDecimal, showDecimal } from './decimal';

describe('parseDecimal', () => {
  it.each([
    ['1,234.50', 'en', '1234.50'],
    ['1.234,50', 'de', '1234.50'],
    ['12,5', 'de', '12.5'],
    ['12.5', 'de', '12.5'],
    ['1.500', 'de', '1500'],
    ['12,00', 'en', '12.00'],
    ['1,500', 'en', '1500'],
    ['0,125', 'en', '0.125'],
    ['1 234,5', 'fr', '1234.5'],
    ['1,234,567', 'en', '1234567'],
    ['٣٫٥', 'ar', '3.5'],
    ['-4', 'en', '-4'],
    ['.5', 'en', '0.5'],
    ['007', 'en', '7'],
  ])('reads %s in %s as %s', (text, locale, expected) => {
    expect(parseDecimal(text, locale)).toBe(expected);
  });

  it.each(['', 'abc', '1.2.3', '--1'])('refuses %j', (text) => {
    expect(parseDecimal(text, 'en')).toBeNull();
  });
});

it('shows a decimal with the point of the language', () => {
  expect(showDecimal('12.50', 'de')).toBe('12,50');
});
