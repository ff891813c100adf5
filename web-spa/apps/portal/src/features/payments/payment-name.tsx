import { Trans } from '@lingui/react/macro';
import type { PortalPayment } from '@portico/api/portal';
import { DocumentNumber } from '@portico/ui';

/** Payments get their number when they succeed. */
export function PaymentName({ payment }: { payment: PortalPayment }) {
  return payment.number ? <DocumentNumber>{payment.number}</DocumentNumber> : <Trans>Payment</Trans>;
}
