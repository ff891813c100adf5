import { plural } from '@lingui/core/macro';
import { currencyDigits } from '@portico/i18n';

/** What to say of an amount that is finer than its currency. */
export function decimalsText(currency: string): string {
  return plural(currencyDigits(currency), {
    0: 'Use whole numbers, without decimals.',
    other: 'Use at most # decimals.',
  });
}
