import { Trans } from '@lingui/react/macro';
import type { PortalInvoice } from '@portico/api/portal';
import { DocumentNumber, Link } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import classes from './pay.module.css';

/** Why an invoice that was asked for is not part of this payment. */
export function PayExcluded({ invoices }: { invoices: PortalInvoice[] }) {
  return invoices.map((invoice) => (
    <p key={invoice.id} className={classes.note}>
      <Reason invoice={invoice} />
    </p>
  ));
}

function Reason({ invoice }: { invoice: PortalInvoice }) {
  if (invoice.balance.amount <= 0) {
    return (
      <Trans>
        <InvoiceLink invoice={invoice} /> is already settled.
      </Trans>
    );
  }
  if (invoice.payment_pending) {
    return (
      <Trans>
        A payment for <InvoiceLink invoice={invoice} /> is already under way.
      </Trans>
    );
  }
  return (
    <Trans>
      <InvoiceLink invoice={invoice} /> cannot be paid online together with the others.
    </Trans>
  );
}

function InvoiceLink({ invoice }: { invoice: PortalInvoice }) {
  const portal = usePortalName();
  return (
    <Link to="/$portal/invoices/$invoiceId" params={{ portal, invoiceId: invoice.id }}>
      <DocumentNumber>{invoice.number}</DocumentNumber>
    </Link>
  );
}
