import { Trans, useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import type { InvoiceSummary } from '@portico/api/office';
import { Day, DocumentNumber, InvoiceStatus, Link, Money, StatusBadge } from '@portico/ui';
import type { Column } from '../../list/columns';
import { IconEye } from '../../shell/icons';
import classes from './invoice-columns.module.css';

export function InvoiceLink({ invoice }: { invoice: Pick<InvoiceSummary, 'id' | 'number'> }) {
  return (
    <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} c="inherit" fw={500}>
      {invoice.number ? <DocumentNumber>{invoice.number}</DocumentNumber> : <Trans>Draft</Trans>}
    </Link>
  );
}

/** An eye once the customer has seen it. */
export function ViewedEye({ at }: { at: string | null }) {
  const { t, i18n } = useLingui();
  if (!at) {
    return null;
  }
  const when = i18n.date(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Tooltip label={t`Seen by the customer on ${when}`}>
      <span role="img" aria-label={t`Seen by the customer on ${when}`} className={classes.eye}>
        <IconEye />
      </span>
    </Tooltip>
  );
}

export function StatusCell({ row }: { row: InvoiceSummary }) {
  return (
    <span className={classes.status}>
      <InvoiceStatus status={row.status} audience="staff" />
      <ViewedEye at={row.flags.viewed_at} />
      {row.flags.payment_pending && (
        <StatusBadge tone="info">
          <Trans>Payment processing</Trans>
        </StatusBadge>
      )}
    </span>
  );
}

export const invoiceColumns: readonly Column<InvoiceSummary>[] = [
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
    sort: 'number',
    phone: 'meta',
    cell: (row) => <InvoiceLink invoice={row} />,
    width: 130,
  },
  { id: 'customer', header: <Trans>Customer</Trans>, phone: 'title', cell: (row) => row.customer.name },
  { id: 'reference', header: <Trans>Reference</Trans>, cell: (row) => row.reference && <bdi>{row.reference}</bdi> },
  { id: 'status', header: <Trans>Status</Trans>, phone: 'status', cell: (row) => <StatusCell row={row} /> },
  {
    id: 'due_date',
    header: <Trans>Due</Trans>,
    sort: 'due_date',
    cell: (row) => <Day value={row.due_date} />,
    width: 110,
  },
  {
    id: 'total',
    header: <Trans>Total</Trans>,
    align: 'end',
    sort: 'total',
    phone: 'aside',
    cell: (row) => <Money value={row.total} />,
  },
  {
    id: 'balance',
    header: <Trans>Balance</Trans>,
    align: 'end',
    sort: 'balance',
    cell: (row) => (
      <span data-zero={row.balance.amount === 0 || undefined} className={classes.balance}>
        <Money value={row.balance} />
      </span>
    ),
  },
];
