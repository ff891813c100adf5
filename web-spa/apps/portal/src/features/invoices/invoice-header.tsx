import { Trans } from '@lingui/react/macro';
import type { PortalInvoice } from '@portico/api/portal';
import { AddressLines, Day, DocumentNumber } from '@portico/ui';
import { Facts } from '../document/facts';
import classes from './invoice-header.module.css';

/** Who sends it, to whom, and the dates. */
export function InvoiceHeader({ invoice }: { invoice: PortalInvoice }) {
  const { organization, customer } = invoice;
  return (
    <header className={classes.header}>
      <div>
        <h2 className={classes.label}>
          <Trans>From</Trans>
        </h2>
        <strong>
          <bdi>{organization.name}</bdi>
        </strong>
        <AddressLines address={organization.address} />
        {organization.tax_registration ? (
          <span className={classes.tax}>
            <Trans>
              Tax no. <bdi>{organization.tax_registration}</bdi>
            </Trans>
          </span>
        ) : null}
      </div>
      <div>
        <h2 className={classes.label}>
          <Trans>Billed to</Trans>
        </h2>
        <strong>
          <bdi>{customer.name}</bdi>
        </strong>
        <AddressLines address={customer.billing_address} />
        {customer.tax_id ? (
          <span className={classes.tax}>
            <Trans>
              Tax no. <bdi>{customer.tax_id}</bdi>
            </Trans>
          </span>
        ) : null}
      </div>
      <div className={classes.facts}>
        <Facts
          facts={[
            [<Trans key="n">Number</Trans>, <DocumentNumber key="v">{invoice.number}</DocumentNumber>],
            [<Trans key="n">Date</Trans>, <Day key="v" value={invoice.date} />],
            [<Trans key="n">Due</Trans>, <Day key="v" value={invoice.due_date} />],
            invoice.reference ? [<Trans key="n">Reference</Trans>, <bdi key="v">{invoice.reference}</bdi>] : null,
          ]}
        />
      </div>
    </header>
  );
}
