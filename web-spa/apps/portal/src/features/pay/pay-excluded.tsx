import { Trans } from '@lingui/react/macro';
import type { PortalInvoice } from '@portico/api/portal';
import { DocumentNumber, Link } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import classes from './pay.module.css';

/** Why an invoice that was asked for is not part of this payment. */
export function PayExcluded({ invoices }: { invoices: PortalInvoice[] }) {
  const portal = usePortalName();
  return invoices.map((invoice) => {
    const link = (
      <Link to="/$portal/invoices/$invoiceId" params={{ portal, invoiceId: invoice.id }}>
        <DocumentNumber>{invoice.number}</DocumentNumber>
      </Link>
    );
    return (
      <p key={invoice.id} className={classes.note}>
        {invoice.balance.amount <= 0 ? (
          <Trans>{link} is already settled.</Trans>
        ) : invoice.payment_pending ? (
          <Trans>A payment for {link} is being processed.</Trans>
        ) : (
          <Trans>{link} cannot be paid online together with the others.</Trans>
        )}
      </p>
    );
  });
}
