import type { PortalPayment } from '@portico/api/portal';
import { usePaymentMode } from '@portico/ui';

/** "Visa •••• 4242", or how the money came otherwise. */
export function PaymentMethod({ payment }: { payment: PortalPayment }) {
  const modeName = usePaymentMode();
  const { method, mode } = payment;
  if (!method) return modeName(mode);
  const brand = method.brand.charAt(0).toUpperCase() + method.brand.slice(1);
  return (
    <bdi dir="ltr">
      {brand} •••• {method.last4}
    </bdi>
  );
}
