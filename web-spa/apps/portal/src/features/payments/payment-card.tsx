import type { PortalPayment } from '@portico/api/portal';
import { BareLink, Day, Money, PaymentState } from '@portico/ui';
import card from '../invoice-card/invoice-card.module.css';
import { usePortalName } from '../shell/use-portal';
import { PaymentMethod } from './payment-method';
import { PaymentName } from './payment-name';

export function PaymentCard({ payment }: { payment: PortalPayment }) {
  const portal = usePortalName();
  return (
    <BareLink to="/$portal/payments/$paymentId" params={{ portal, paymentId: payment.id }} className={card.card}>
      <span className={card.number}>
        <PaymentName payment={payment} />
      </span>
      <span className={card.amount}>
        <Money value={payment.amount} />
      </span>
      <span className={card.date}>
        <Day value={payment.date} /> · <PaymentMethod payment={payment} />
      </span>
      <span className={card.status}>
        <PaymentState state={payment.status} />
      </span>
    </BareLink>
  );
}
