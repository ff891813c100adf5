import type { CardExpiry, PaymentMethod, PaymentOption } from '@portico/api/portal';
import { keyOf } from './gateways/known';

/** One way to pay: with something that is kept, or with what is entered now. */
export interface PayWay {
  key: string;
  option: PaymentOption;
  kept: PaymentMethod | null;
}

/** What is kept comes first; only what fits an option that keeps things can pay. */
export function waysOf(options: PaymentOption[], kept: PaymentMethod[] = []): PayWay[] {
  const entered = options.map((option) => ({ key: keyOf(option), option, kept: null }));
  const fitting = kept.flatMap((method) => {
    const option = options.find(({ gateway, method: by, can_keep_method }) => {
      return can_keep_method && gateway === method.gateway && by === method.method;
    });
    return option ? [{ key: method.id, option, kept: method }] : [];
  });
  return [...fitting, ...entered];
}

/** The one proposed: the default, unless it cannot pay any more. */
export function firstOf(ways: PayWay[]): PayWay | undefined {
  return ways.find(({ kept }) => !kept || !isExpired(kept.expiry));
}

/** A card is good until its month ends. */
export function isExpired(expiry: CardExpiry | null, today = new Date()): boolean {
  if (!expiry) return false;
  const { year, month } = expiry;
  return year * 12 + month < today.getFullYear() * 12 + today.getMonth() + 1;
}
