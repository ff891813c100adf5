import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { PaymentLink } from '@portico/api/office';
import { DocumentNumber, Instant, Link, Money } from '@portico/ui';
import type { Column } from '../../list/columns';
import { CancelLink } from './cancel-link';
import { LinkStatus } from './link-status';

/** What is to be paid: an invoice, or what staff wrote. */
function Purpose({ link }: { link: PaymentLink }) {
  const { invoice, description } = link;
  return (
    <>
      {invoice && (
        <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} c="inherit" fw={500}>
          <DocumentNumber>{invoice.number}</DocumentNumber>
        </Link>
      )}
      {invoice && description && ' · '}
      {description && <bdi>{description}</bdi>}
    </>
  );
}

export const paymentLinkColumns: readonly Column<PaymentLink>[] = [
  {
    id: 'created_at',
    header: <Trans>Created</Trans>,
    sort: 'created_at',
    cell: (row) => <Instant value={row.created_at} />,
    width: 150,
  },
  { id: 'purpose', header: <Trans>For</Trans>, phone: 'meta', cell: (row) => <Purpose link={row} /> },
  { id: 'customer', header: <Trans>Customer</Trans>, phone: 'title', cell: (row) => row.customer.name },
  { id: 'status', header: <Trans>Status</Trans>, phone: 'status', cell: (row) => <LinkStatus status={row.status} /> },
  {
    id: 'expires_at',
    header: <Trans>Works until</Trans>,
    sort: 'expires_at',
    cell: (row) => <Instant value={row.expires_at} />,
    width: 150,
  },
  {
    id: 'payment',
    header: <Trans>Payment</Trans>,
    phone: 'meta',
    cell: (row) =>
      row.payment && (
        <Link to="/payments/$paymentId" params={{ paymentId: row.payment.id }}>
          {row.payment.number ? <DocumentNumber>{row.payment.number}</DocumentNumber> : <Trans>Under way</Trans>}
        </Link>
      ),
  },
  {
    id: 'amount',
    header: <Trans>Amount</Trans>,
    align: 'end',
    sort: 'amount',
    phone: 'aside',
    cell: (row) => <Money value={row.amount} />,
  },
  {
    id: 'cancel',
    header: (
      <VisuallyHidden>
        <Trans>Cancel</Trans>
      </VisuallyHidden>
    ),
    align: 'end',
    phone: 'meta',
    cell: (row) => <CancelLink link={row} />,
    width: 100,
  },
];
