import { Trans } from '@lingui/react/macro';
import type { LastPayment as Payment } from '@portico/api/portal';
import { Day, DocumentNumber, Link, Money, Panel } from '@portico/ui';
import { Facts } from '../document/facts';
import { usePortalName } from '../shell/use-portal';

export function LastPayment({ payment }: { payment: Payment }) {
  const portal = usePortalName();
  return (
    <Panel
      title={<Trans>Last payment</Trans>}
      aside={
        <Link to="/$portal/payments/$paymentId" params={{ portal, paymentId: payment.id }} size="sm">
          <Trans>Receipt</Trans>
        </Link>
      }
    >
      <Facts
        facts={[
          [<Trans key="amount">Amount</Trans>, <Money key="value" value={payment.amount} />],
          [<Trans key="date">Date</Trans>, <Day key="value" value={payment.date} />],
          [
            <Trans key="for">For</Trans>,
            payment.invoices.map(({ id, number }) => (
              <div key={id}>
                <Link to="/$portal/invoices/$invoiceId" params={{ portal, invoiceId: id }}>
                  <DocumentNumber>{number}</DocumentNumber>
                </Link>
              </div>
            )),
          ],
          payment.reference
            ? [<Trans key="reference">Reference</Trans>, <bdi key="value">{payment.reference}</bdi>]
            : null,
        ]}
      />
    </Panel>
  );
}
