import { Trans } from '@lingui/react/macro';
import type { PortalInvoiceSummary } from '@portico/api/portal';
import { BareLink, Day, DocumentNumber, InvoiceStatus, Money } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import classes from './invoice-card.module.css';
import { PendingMark } from './pending-mark';

/** One invoice in two lines: number and what is due, when and in which state. */
export function InvoiceCard({ invoice }: { invoice: PortalInvoiceSummary }) {
  const portal = usePortalName();
  const open = invoice.balance.amount > 0 && invoice.status !== 'void';
  return (
    <BareLink to="/$portal/invoices/$invoiceId" params={{ portal, invoiceId: invoice.id }} className={classes.card}>
      <span className={classes.number}>
        <DocumentNumber>{invoice.number}</DocumentNumber>
      </span>
      <span className={classes.amount}>
        <Money value={open ? invoice.balance : invoice.total} />
      </span>
      <span className={classes.date}>
        {open ? (
          <Trans>
            Due <Day value={invoice.due_date} />
          </Trans>
        ) : (
          <Day value={invoice.date} />
        )}
      </span>
      <span className={classes.status}>
        {invoice.payment_pending ? <PendingMark /> : <InvoiceStatus status={invoice.status} />}
      </span>
    </BareLink>
  );
}
