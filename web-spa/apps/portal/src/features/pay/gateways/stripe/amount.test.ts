import { expect, it } from 'vitest';
import { stripeAmount } from './amount';

it.each([
  [1_999, 'EUR', 1_999],
  [500, 'JPY', 500],
  [5, 'ISK', 500],
  [5, 'UGX', 500],
  [1_000, 'MGA', 10],
  [1_230, 'KWD', 1_230],
])('%i %s is %i to Stripe', (amount, currency, theirs) => {
  expect(stripeAmount({ amount, currency })).toBe(theirs);
});
