import { Trans } from '@lingui/react/macro';
import type { PortalInvoiceSummary } from '@portico/api/portal';
import { Link, Panel } from '@portico/ui';
import { InvoiceCard } from '../invoice-card/invoice-card';
import { usePortalName } from '../shell/use-portal';
import classes from './open-invoices.module.css';

/** The latest unpaid invoices; hidden when there is none. */
export function OpenInvoices({ invoices }: { invoices: PortalInvoiceSummary[] }) {
  const portal = usePortalName();
  if (invoices.length === 0) return null;
  return (
    <Panel
      flush
      title={<Trans>Open invoices</Trans>}
      aside={
        <Link to="/$portal/invoices" params={{ portal }} size="sm">
          <Trans>All invoices</Trans>
        </Link>
      }
    >
      <ul className={classes.list}>
        {invoices.map((invoice) => (
          <li key={invoice.id}>
            <InvoiceCard invoice={invoice} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
