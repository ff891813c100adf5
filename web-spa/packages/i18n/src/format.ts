import { useLingui } from '@lingui/react';
import { useMemo } from 'react';

/** Integer minor units with their currency, as on the wire. */
export interface MoneyValue {
  amount: number;
  currency: string;
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locales: string[], options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locales, options]);
  const known = numberFormats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locales, options);
  numberFormats.set(key, format);
  return format;
}

function dateFormat(locales: string[], options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locales, options]);
  const known = dateFormats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locales, options);
  dateFormats.set(key, format);
  return format;
}

// By ISO 4217, as the server counts. What browsers say follows how prices are written in a country instead, and differs
// between them: the Serbian dinar has two decimals here and none there.
const DIGITS = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** Decimal places of a currency: EUR 2, JPY 0, KWD 3. */
export function currencyDigits(currency: string): number {
  return Number(Object.entries(DIGITS).find(([, all]) => all.includes(currency))?.[0] ?? 2);
}

/** The exact decimal text of an amount in minor units, without going through a float. */
export function minorToDecimal(amount: number, currency: string): string {
  const digits = currencyDigits(currency);
  if (digits === 0) return String(amount);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  return `${amount < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** What a person typed ("12.5", "1250,00") as minor units, or null when it is no amount of that currency. */
export function decimalToMinor(text: string, currency: string): number | null {
  const digits = currencyDigits(currency);
  const match = /^(-?)(\d+)(?:[.,](\d*))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '0', fraction = ''] = match;
  if (fraction.length > digits) return null;
  const value = Number(whole + fraction.padEnd(digits, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return sign === '-' ? -value : value;
}

/** Is what a person typed finer than the currency ("10.505" euros)? */
export function tooManyDecimals(text: string, currency: string): boolean {
  const fraction = /^-?\d*[.,](\d+)$/.exec(text.trim())?.[1] ?? '';
  return fraction.length > currencyDigits(currency);
}

/** A calendar day has no time zone: it is formatted in UTC so that it never slips. */
function dayToDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function createFormat(locales: string[]) {
  // Arabic documents here keep Latin digits: document numbers, amounts and bank data then read the same everywhere.
  const tagged = locales.map((locale) => (locale.startsWith('ar') ? `${locale}-u-nu-latn` : locale));
  return {
    money: (value: MoneyValue) =>
      numberFormat(tagged, {
        style: 'currency',
        currency: value.currency,
        minimumFractionDigits: currencyDigits(value.currency),
        maximumFractionDigits: currencyDigits(value.currency),
      }).format(minorToDecimal(value.amount, value.currency) as Intl.StringNumericLiteral),
    /** A decimal string (quantity, rate) with its own precision. */
    decimal: (value: string, minimumFractionDigits = 0) =>
      numberFormat(tagged, { minimumFractionDigits, maximumFractionDigits: 10 }).format(
        value as Intl.StringNumericLiteral,
      ),
    /** A price per unit: at least the currency's decimals, more where the rate has more. */
    rate: (value: string, currency: string) =>
      numberFormat(tagged, {
        style: 'currency',
        currency,
        minimumFractionDigits: currencyDigits(currency),
        maximumFractionDigits: Math.max(currencyDigits(currency), value.split('.')[1]?.length ?? 0),
      }).format(value as Intl.StringNumericLiteral),
    percent: (value: string) => `${numberFormat(tagged, { maximumFractionDigits: 6 }).format(Number(value))} %`,
    number: (value: number) => numberFormat(tagged, {}).format(value),
    day: (day: string) => dateFormat(tagged, { dateStyle: 'medium', timeZone: 'UTC' }).format(dayToDate(day)),
    dayLong: (day: string) => dateFormat(tagged, { dateStyle: 'long', timeZone: 'UTC' }).format(dayToDate(day)),
    instant: (at: string) => dateFormat(tagged, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at)),
    country: (code: string) => {
      try {
        return new Intl.DisplayNames(tagged, { type: 'region' }).of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}

export type Format = ReturnType<typeof createFormat>;

/** Formatting in the language on screen. */
export function useFormat(): Format {
  const { i18n } = useLingui();
  const key = [...(Array.isArray(i18n.locales) ? i18n.locales : [i18n.locales ?? i18n.locale])].join();
  return useMemo(() => createFormat(key.split(',')), [key]);
}
