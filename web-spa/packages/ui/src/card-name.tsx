/** "Visa •••• 4242", from left to right in every language. */
export function CardName({ card }: { card: { brand: string; last4: string } }) {
  const brand = card.brand.charAt(0).toUpperCase() + card.brand.slice(1);
  return (
    <bdi dir="ltr">
      {brand} •••• {card.last4}
    </bdi>
  );
}
