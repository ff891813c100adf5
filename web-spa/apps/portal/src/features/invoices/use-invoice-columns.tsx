import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { PortalInvoiceSummary } from '@portico/api/portal';
import { type Column, Day, DocumentNumber, InvoiceStatus, Link, Money } from '@portico/ui';
import { PendingMark } from '../invoice-card/pending-mark';
import { usePortalName } from '../shell/use-portal';
import { SelectBox } from './select-box';
import type { Selection } from './use-selection';

export function useInvoiceColumns(selection: Selection): Column<PortalInvoiceSummary>[] {
  const portal = usePortalName();
  const select: Column<PortalInvoiceSummary> = {
    id: 'select',
    header: (
      <VisuallyHidden>
        <Trans>Select</Trans>
      </VisuallyHidden>
    ),
    cell: (invoice) => (selection.can(invoice) ? <SelectBox invoice={invoice} selection={selection} /> : null),
  };
  return [
    ...(selection.offered ? [select] : []),
    {
      id: 'number',
      header: <Trans>Number</Trans>,
      sortKey: 'number',
      cell: (invoice) => (
        <Link to="/$portal/invoices/$invoiceId" params={{ portal, invoiceId: invoice.id }} fw={600}>
          <DocumentNumber>{invoice.number}</DocumentNumber>
        </Link>
      ),
    },
    { id: 'date', header: <Trans>Date</Trans>, sortKey: 'date', cell: ({ date }) => <Day value={date} /> },
    {
      id: 'due_date',
      header: <Trans>Due</Trans>,
      sortKey: 'due_date',
      cell: (invoice) => <Day value={invoice.due_date} />,
    },
    {
      id: 'status',
      header: <Trans>Status</Trans>,
      cell: (invoice) => (invoice.payment_pending ? <PendingMark /> : <InvoiceStatus status={invoice.status} />),
    },
    {
      id: 'total',
      header: <Trans>Amount</Trans>,
      sortKey: 'total',
      align: 'end',
      cell: ({ total }) => <Money value={total} />,
    },
    {
      id: 'balance',
      header: <Trans>Balance</Trans>,
      sortKey: 'balance',
      align: 'end',
      cell: ({ balance }) => <Money value={balance} />,
    },
  ];
}
