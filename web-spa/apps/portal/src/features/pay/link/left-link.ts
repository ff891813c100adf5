import { readTab, writeTab } from '@portico/api/tab';

const nameOf = (paymentId: string) => `left-link:${paymentId}`;

/**
 * The link that a payer leaves for the provider's own page: the provider is not told of it, but the tab, in whose address
 * it stood anyway. The proof that the mailed code was entered is not kept.
 */
export function leaveLink(paymentId: string, token: string): void {
  writeTab(nameOf(paymentId), token);
}

/** The token of the link that was left to make this payment, if this tab knows it. */
export function leftLink(paymentId: string): string | null {
  return readTab(nameOf(paymentId));
}

/** Once it is paid, nothing opens it from here. */
export function forgetLink(paymentId: string): void {
  writeTab(nameOf(paymentId), null);
}
