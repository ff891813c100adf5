import { Trans, useLingui } from '@lingui/react/macro';
import type { Invoice, Organization } from '@portico/api/office';
import { useFormat } from '@portico/i18n';
import { AddressLines, Day, DocumentNumber } from '@portico/ui';
import classes from './invoice-document.module.css';
import { InvoiceLines } from './invoice-lines';
import { InvoiceTotals } from './invoice-totals';

/** The invoice as the customer reads it. */
export function InvoiceDocument({ invoice, organization }: { invoice: Invoice; organization?: Organization }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <article className={classes.paper} aria-label={t`Invoice`}>
      <header className={classes.head}>
        <div>
          {organization?.logo_url ? (
            <img src={organization.logo_url} alt={organization.name} className={classes.logo} />
          ) : (
            <strong className={classes.brand}>{organization?.name}</strong>
          )}
          <div className={classes.address}>{organization && <AddressLines address={organization.address} />}</div>
        </div>
        <div className={classes.title}>
          <h2>
            <Trans>Invoice</Trans>
          </h2>
          {invoice.number && <DocumentNumber>{invoice.number}</DocumentNumber>}
        </div>
      </header>
      <div className={classes.meta}>
        <div>
          <div className={classes.label}>
            <Trans>Bill to</Trans>
          </div>
          <strong>{invoice.customer.name}</strong>
          <div className={classes.address}>
            <AddressLines address={invoice.billing_address} />
          </div>
        </div>
        <dl className={classes.facts}>
          <dt>
            <Trans>Date</Trans>
          </dt>
          <dd>
            <Day value={invoice.date} />
          </dd>
          <dt>
            <Trans>Due date</Trans>
          </dt>
          <dd>
            <Day value={invoice.due_date} />
          </dd>
          {invoice.reference && (
            <>
              <dt>
                <Trans>Reference</Trans>
              </dt>
              <dd>
                <bdi>{invoice.reference}</bdi>
              </dd>
            </>
          )}
          {organization && invoice.currency !== organization.base_currency && (
            <>
              <dt>
                <Trans>Exchange rate</Trans>
              </dt>
              <dd>{format.decimal(invoice.exchange_rate)}</dd>
            </>
          )}
        </dl>
      </div>
      <InvoiceLines lines={invoice.lines} currency={invoice.currency} />
      <InvoiceTotals invoice={invoice} />
      {invoice.notes && (
        <section className={classes.text}>
          <div className={classes.label}>
            <Trans>Notes</Trans>
          </div>
          {invoice.notes}
        </section>
      )}
      {invoice.terms && (
        <section className={classes.text}>
          <div className={classes.label}>
            <Trans>Terms and conditions</Trans>
          </div>
          {invoice.terms}
        </section>
      )}
    </article>
  );
}
