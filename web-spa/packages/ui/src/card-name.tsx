/** "Visa •••• 4242", from left to right in every language. */
export function CardName({ card }: { card: { brand: string; last4: string } }) {
  // Debits are called as banks call them.
  const debits: Record<string, string> = { sepa_debit: 'SEPA', ach_debit: 'ACH' };
  const brand = debits[card.brand] ?? card.brand.charAt(0).toUpperCase() + card.brand.slice(1);
  return (
    <bdi dir="ltr">
      {brand} •••• {card.last4}
    </bdi>
  );
}
