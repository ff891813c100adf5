import { Trans } from '@lingui/react/macro';
import type { PortalPayment } from '@portico/api/portal';
import { type Column, Day, DocumentNumber, Link, Money, PaymentState } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import { PaymentMethod } from './payment-method';
import { PaymentName } from './payment-name';

export function usePaymentColumns(): Column<PortalPayment>[] {
  const portal = usePortalName();
  return [
    {
      id: 'number',
      header: <Trans>Number</Trans>,
      cell: (payment) => (
        <Link to="/$portal/payments/$paymentId" params={{ portal, paymentId: payment.id }} fw={600}>
          <PaymentName payment={payment} />
        </Link>
      ),
    },
    { id: 'date', header: <Trans>Date</Trans>, sortKey: 'date', cell: ({ date }) => <Day value={date} /> },
    {
      id: 'for',
      header: <Trans>For</Trans>,
      cell: ({ allocations }) =>
        allocations.map(({ invoice_id, invoice_number }, index) => (
          <span key={invoice_id}>
            {index > 0 ? ', ' : ''}
            <DocumentNumber>{invoice_number}</DocumentNumber>
          </span>
        )),
    },
    { id: 'method', header: <Trans>Method</Trans>, cell: (payment) => <PaymentMethod payment={payment} /> },
    { id: 'state', header: <Trans>Status</Trans>, cell: ({ status }) => <PaymentState state={status} /> },
    {
      id: 'amount',
      header: <Trans>Amount</Trans>,
      sortKey: 'amount',
      align: 'end',
      cell: ({ amount }) => <Money value={amount} />,
    },
  ];
}
