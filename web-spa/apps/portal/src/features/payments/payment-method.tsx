import type { PortalPayment } from '@portico/api/portal';
import { CardName, usePaymentMode } from '@portico/ui';

/** The card, or how the money came otherwise. */
export function PaymentMethod({ payment: { method, mode } }: { payment: PortalPayment }) {
  const modeName = usePaymentMode();
  return method ? <CardName card={method} /> : modeName(mode);
}
