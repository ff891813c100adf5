import type { LinkKey } from './pay-link.query';

const nameOf = (paymentId: string) => `portico.left-link.${paymentId}`;

/**
 * What a payer takes along to the provider's own page and back: the link. The provider is not told of it, and this tab
 * forgets it when it is closed.
 */
export function leaveLink(paymentId: string, key: LinkKey): void {
  try {
    sessionStorage.setItem(nameOf(paymentId), JSON.stringify(key));
  } catch {
    // Without storage the payer opens the link again.
  }
}

/** The link that was left to make this payment, if this tab knows it. */
export function leftLink(paymentId: string | undefined): LinkKey | null {
  if (!paymentId) return null;
  try {
    const left: unknown = JSON.parse(sessionStorage.getItem(nameOf(paymentId)) ?? 'null');
    return isLinkKey(left) ? left : null;
  } catch {
    return null;
  }
}

function isLinkKey(left: unknown): left is LinkKey {
  if (typeof left !== 'object' || left === null || !('token' in left) || !('proof' in left)) return false;
  return typeof left.token === 'string' && (left.proof === null || typeof left.proof === 'string');
}
