import { Trans } from '@lingui/react/macro';
import type { PaymentMethod } from '@portico/api/portal';
import { CardName, StatusBadge } from '@portico/ui';
import { isExpired } from './pay-way';

/** "Visa •••• 4242, expires 12/2031". */
export function KeptName({ method }: { method: PaymentMethod }) {
  const { expiry } = method;
  if (!expiry) return <CardName card={method} />;
  if (isExpired(expiry)) {
    return (
      <>
        <CardName card={method} />{' '}
        <StatusBadge tone="negative">
          <Trans>Expired</Trans>
        </StatusBadge>
      </>
    );
  }
  const date = `${String(expiry.month).padStart(2, '0')}/${expiry.year}`;
  return (
    <Trans>
      <CardName card={method} />, expires <bdi dir="ltr">{date}</bdi>
    </Trans>
  );
}
