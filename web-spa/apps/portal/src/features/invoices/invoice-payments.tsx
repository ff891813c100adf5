import { Trans } from '@lingui/react/macro';
import type { PortalInvoicePayment } from '@portico/api/portal';
import { Day, DocumentNumber, Link, Money, Panel } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import classes from './invoice-payments.module.css';

/** What has been paid on this invoice, each with its receipt. */
export function InvoicePayments({ payments }: { payments: PortalInvoicePayment[] }) {
  const portal = usePortalName();
  if (payments.length === 0) return null;
  return (
    <Panel title={<Trans>Payments</Trans>}>
      <ul className={classes.payments}>
        {payments.map((payment) => (
          <li key={payment.payment_id}>
            <span>
              <Link to="/$portal/payments/$paymentId" params={{ portal, paymentId: payment.payment_id }}>
                {payment.number ? <DocumentNumber>{payment.number}</DocumentNumber> : <Trans>Payment</Trans>}
              </Link>
              <span className={classes.date}>
                <Day value={payment.date} />
              </span>
            </span>
            <Money value={payment.amount} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
