import { describe, expect, it } from 'vitest';
import { createFormat, currencyDigits, decimalToMinor, minorToDecimal, tooManyDecimals } from './format';

/** Non-breaking and direction marks, as words. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');

describe('money', () => {
  it('knows each currency’s own decimals', () => {
    expect([currencyDigits('EUR'), currencyDigits('JPY'), currencyDigits('KWD')]).toEqual([2, 0, 3]);
  });

  it.each([
    ['RSD', 2],
    ['HUF', 2],
    ['IQD', 3],
    ['CLF', 4],
  ])('counts %s with %d decimals as the server does, whatever the browser says', (currency, digits) => {
    expect(currencyDigits(currency)).toBe(digits);
    const written = plain(createFormat(['en']).money({ amount: 123_456, currency }));
    expect(written).toBe(
      `${currency} ${(123_456 / 10 ** digits).toLocaleString('en', { minimumFractionDigits: digits })}`,
    );
  });

  it.each([
    [12_345, 'EUR', '123.45'],
    [5, 'EUR', '0.05'],
    [-5, 'EUR', '-0.05'],
    [12_345, 'JPY', '12345'],
    [1_234, 'KWD', '1.234'],
    [9_007_199_254_740_991, 'EUR', '90071992547409.91'],
  ])('%d minor units of %s are %s exactly', (amount, currency, text) => {
    expect(minorToDecimal(amount, currency)).toBe(text);
  });

  it('is written as each language does', () => {
    const value = { amount: 123_456, currency: 'EUR' };
    expect(createFormat(['en']).money(value)).toBe('€1,234.56');
    expect(plain(createFormat(['de']).money(value))).toBe('1.234,56 €');
    expect(plain(createFormat(['ar']).money(value))).toContain('1,234.56');
    expect(createFormat(['en']).money({ amount: 9_007_199_254_740_991, currency: 'USD' })).toBe(
      '$90,071,992,547,409.91',
    );
  });

  it.each([
    ['12', 1_200],
    ['12,5', 1_250],
    ['12.50', 1_250],
    [' 0.01 ', 1],
    ['12.505', null],
    ['1.2.3', null],
    ['abc', null],
    ['', null],
    ['99999999999999999999', null],
  ])('typed as %j is %s', (text, minor) => {
    expect(decimalToMinor(text, 'EUR')).toBe(minor);
  });
});

describe('decimals', () => {
  it.each([
    ['10.505', 'EUR', true],
    ['10,505', 'EUR', true],
    ['10.50', 'EUR', false],
    ['10', 'EUR', false],
    ['10.5', 'JPY', true],
    ['10.505', 'KWD', false],
    ['-1.2345', 'KWD', true],
    ['', 'EUR', false],
    ['abc', 'EUR', false],
  ])('%j of %s are too many: %s', (text, currency, tooMany) => {
    expect(tooManyDecimals(text, currency)).toBe(tooMany);
  });
});

describe('dates and numbers', () => {
  it('keep a calendar day on its day', () => {
    expect(createFormat(['en']).day('2026-01-01')).toBe('Jan 1, 2026');
    expect(createFormat(['de']).dayLong('2026-12-31')).toBe('31. Dezember 2026');
  });

  it('keep the precision of rates and quantities', () => {
    const format = createFormat(['en']);
    expect(format.rate('0.00125', 'EUR')).toBe('€0.00125');
    expect(format.rate('5', 'EUR')).toBe('€5.00');
    expect(format.decimal('37.50')).toBe('37.5');
    expect(format.percent('19')).toBe('19 %');
    expect(format.country('DE')).toBe('Germany');
    expect(format.country('?')).toBe('?');
  });
});
