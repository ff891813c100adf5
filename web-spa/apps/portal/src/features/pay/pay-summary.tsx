import { Plural, Trans } from '@lingui/react/macro';
import type { PortalInvoice } from '@portico/api/portal';
import { Day, DocumentNumber, Money } from '@portico/ui';
import classes from './pay.module.css';

/** A long list folds, so that the total stays in sight. */
const SHOWN = 5;

export function PaySummary({ invoices, amount }: { invoices: PortalInvoice[]; amount: number | null }) {
  const currency = invoices[0]?.balance.currency ?? '';
  return (
    <>
      <Balances invoices={invoices.slice(0, SHOWN)} />
      {invoices.length > SHOWN ? (
        <details className={classes.more}>
          <summary>
            <Plural value={invoices.length - SHOWN} one="and # more invoice" other="and # more invoices" />
          </summary>
          <Balances invoices={invoices.slice(SHOWN)} />
        </details>
      ) : null}
      <div className={classes.total}>
        <span>
          <Trans>To pay now</Trans>
        </span>
        {amount === null ? '–' : <Money value={{ amount, currency }} />}
      </div>
      <p className={classes.note}>
        <Trans>No fees are added.</Trans>
      </p>
    </>
  );
}

function Balances({ invoices }: { invoices: PortalInvoice[] }) {
  return (
    <ul className={classes.summary}>
      {invoices.map((invoice) => (
        <li key={invoice.id}>
          <span>
            <DocumentNumber>{invoice.number}</DocumentNumber>
            <span className={classes.due}>
              <Trans>
                Due <Day value={invoice.due_date} />
              </Trans>
            </span>
          </span>
          <Money value={invoice.balance} />
        </li>
      ))}
    </ul>
  );
}
