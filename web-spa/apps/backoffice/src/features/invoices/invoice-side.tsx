import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Invoice } from '@portico/api/office';
import {
  Day,
  DocumentNumber,
  Instant,
  Link,
  Money,
  Panel,
  PaymentState,
  StatusBadge,
  type Tone,
  usePaymentMode,
} from '@portico/ui';
import { gatewayName } from '../../app/gateway-name';
import { Fact, Facts } from '../../shell/facts';
import { InvoiceCredits } from './invoice-credits';
import classes from './invoice-side.module.css';

const MAIL_TONES: Record<string, Tone> = { sent: 'positive', queued: 'info', failed: 'negative' };

/** Money, mail and eyes: what happened to the invoice since it was written. */
export function InvoiceSide({ invoice }: { invoice: Invoice }) {
  const { t } = useLingui();
  const mode = usePaymentMode();
  const mailNames: Record<string, string> = { sent: t`Sent`, queued: t`Waiting to be sent`, failed: t`Failed` };
  const { mail } = invoice;
  return (
    <aside className={`${classes.side} no-print`} aria-label={t`State of the invoice`}>
      <Panel>
        <div className={classes.balance}>
          <span>
            <Trans>Balance due</Trans>
          </span>
          <strong>
            <Money value={invoice.balance} />
          </strong>
        </div>
        <Facts>
          <Fact label={t`Customer`}>
            <Link to="/customers/$customerId" params={{ customerId: invoice.customer.id }}>
              {invoice.customer.name}
            </Link>
          </Fact>
          <Fact label={t`Total`}>
            <Money value={invoice.total} />
          </Fact>
          <Fact label={t`Due date`}>
            <Day value={invoice.due_date} />
          </Fact>
          <Fact label={t`Sent`}>{invoice.sent_at && <Instant value={invoice.sent_at} />}</Fact>
          <Fact label={t`E-mail`}>
            {mail && (
              <StatusBadge tone={MAIL_TONES[mail.status] ?? 'neutral'}>
                {mailNames[mail.status] ?? mail.status}
              </StatusBadge>
            )}
          </Fact>
          <Fact label={t`First seen`}>
            {invoice.viewed_at && (
              <>
                <Instant value={invoice.viewed_at} />
                {invoice.viewed_by && <div>{invoice.viewed_by}</div>}
              </>
            )}
          </Fact>
          <Fact label={t`Partial payments`}>
            {invoice.allow_partial_payments ? <Trans>Allowed</Trans> : <Trans>Not allowed</Trans>}
          </Fact>
          <Fact label={t`Online payment`}>
            {invoice.gateways.length > 0 ? invoice.gateways.map(gatewayName).join(', ') : <Trans>Not offered</Trans>}
          </Fact>
        </Facts>
      </Panel>
      <Panel title={<Trans>Payments</Trans>}>
        {invoice.payments.length === 0 && (
          <Text size="sm" c="dimmed">
            <Trans>No payment yet</Trans>
          </Text>
        )}
        <ul className={classes.payments}>
          {invoice.payments.map((payment) => (
            <li key={payment.payment_id}>
              <div>
                <Link to="/payments/$paymentId" params={{ paymentId: payment.payment_id }}>
                  {payment.number ? <DocumentNumber>{payment.number}</DocumentNumber> : <Trans>Payment</Trans>}
                </Link>
                <div className={classes.note}>
                  <Day value={payment.date} /> · {mode(payment.mode)}
                </div>
              </div>
              <div className={classes.amount}>
                <Money value={payment.amount} />
                {payment.state !== 'succeeded' && <PaymentState state={payment.state} />}
              </div>
            </li>
          ))}
        </ul>
      </Panel>
      <InvoiceCredits invoice={invoice} />
    </aside>
  );
}
