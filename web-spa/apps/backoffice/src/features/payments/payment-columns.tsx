import { Trans, useLingui } from '@lingui/react/macro';
import type { Payment } from '@portico/api/office';
import { CardName, Day, DocumentNumber, Link, Money, PaymentState, usePaymentMode } from '@portico/ui';
import type { Column } from '../../list/columns';

function Mode({ payment }: { payment: Payment }) {
  const mode = usePaymentMode();
  const { method } = payment;
  return method ? <CardName card={method} /> : mode(payment.mode);
}

function Invoices({ payment }: { payment: Payment }) {
  const { t } = useLingui();
  const [first, ...more] = payment.allocations;
  if (!first) {
    return null;
  }
  return (
    <>
      <bdi>{first.invoice_number}</bdi>
      {more.length > 0 && ` ${t`+${more.length} more`}`}
    </>
  );
}

export const paymentColumns: readonly Column<Payment>[] = [
  {
    id: 'date',
    header: <Trans>Date</Trans>,
    sort: 'date',
    phone: 'meta',
    cell: (row) => <Day value={row.date} />,
    width: 110,
  },
  {
    id: 'number',
    header: <Trans>Number</Trans>,
    phone: 'meta',
    width: 130,
    cell: (row) => (
      <Link to="/payments/$paymentId" params={{ paymentId: row.id }} c="inherit" fw={500}>
        {row.number ? <DocumentNumber>{row.number}</DocumentNumber> : <Trans>Payment</Trans>}
      </Link>
    ),
  },
  { id: 'customer', header: <Trans>Customer</Trans>, phone: 'title', cell: (row) => row.customer.name },
  { id: 'invoices', header: <Trans>Invoices</Trans>, cell: (row) => <Invoices payment={row} /> },
  { id: 'mode', header: <Trans>Mode</Trans>, cell: (row) => <Mode payment={row} /> },
  { id: 'reference', header: <Trans>Reference</Trans>, cell: (row) => row.reference && <bdi>{row.reference}</bdi> },
  { id: 'state', header: <Trans>State</Trans>, phone: 'status', cell: (row) => <PaymentState state={row.status} /> },
  {
    id: 'unused',
    header: <Trans>Unused</Trans>,
    align: 'end',
    cell: (row) => (row.unused.amount === 0 ? null : <Money value={row.unused} />),
  },
  {
    id: 'amount',
    header: <Trans>Amount</Trans>,
    align: 'end',
    sort: 'amount',
    phone: 'aside',
    cell: (row) => <Money value={row.amount} />,
  },
];
