const NAMES: Record<string, string> = { sandbox: 'Sandbox', stripe: 'Stripe', paypal: 'PayPal' };

/** A gateway's own name, which is the same in every language. */
export function gatewayName(kind: string): string {
  return NAMES[kind] ?? kind;
}
