const DEBITS: Record<string, string> = { sepa_debit: 'SEPA', ach_debit: 'ACH' };

/** "Visa •••• 4242" where only text goes; elsewhere it is `CardName`. */
export function methodName({ brand, last4 }: { brand: string; last4: string }): string {
  const name = DEBITS[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1);
  return `${name} •••• ${last4}`;
}
