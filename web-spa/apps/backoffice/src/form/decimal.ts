import { i18n } from '@lingui/core';

/** Decimals travel as strings and amounts as integers of minor units; here they only change their clothes, nothing is computed. */

interface Separators {
  group: string;
  decimal: string;
}

function separators(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1234567.8);
  const find = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  return { group: find('group', ','), decimal: find('decimal', '.') };
}

const EASTERN_DIGITS = /[٠-٩۰-۹]/g;

function latinDigits(text: string): string {
  return text
    .replace(EASTERN_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/٫/g, '.')
    .replace(/٬/g, '')
    .replace(/[−–]/g, '-');
}

/** "1.234,50" typed by a German, or "1234.5" from a numeric pad, becomes "1234.50"; null when it is no number. */
export function parseDecimal(text: string, locale: string = i18n.locale || 'en'): string | null {
  const { group, decimal } = separators(locale);
  let plain = latinDigits(text).replace(/[\s\u00a0\u202f'’]/g, '');
  // One mark that cannot group thousands is a decimal mark, whatever the language: nobody means 1200 by "12,00".
  const other = decimal === ',' ? '.' : ',';
  const [head = '', tail, ...more] = plain.split(other);
  const lonely = tail !== undefined && more.length === 0 && !plain.includes(decimal);
  if (lonely && (tail.length !== 3 || !/^-?[1-9]\d{0,2}$/.test(head))) {
    plain = `${head}.${tail}`;
  } else {
    plain = plain
      .split(decimal === ',' ? '.' : group.trim() || ',')
      .join('')
      .replace(decimal, '.');
  }
  if (!/^-?(\d+(\.\d*)?|\.\d+)$/.test(plain)) {
    return null;
  }
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.');
  const integer = whole.replace(/^0+(?=\d)/, '') || '0';
  return `${plain.startsWith('-') ? '-' : ''}${integer}${fraction ? `.${fraction}` : ''}`;
}

/** "1234.50" as the reader's locale writes it in an input, without grouping. */
export function showDecimal(value: string, locale: string = i18n.locale || 'en'): string {
  return value.replace('.', separators(locale).decimal);
}
