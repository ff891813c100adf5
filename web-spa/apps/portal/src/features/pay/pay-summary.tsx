import { Trans } from '@lingui/react/macro';
import type { PortalInvoice } from '@portico/api/portal';
import { Day, DocumentNumber, Money } from '@portico/ui';
import classes from './pay.module.css';

export function PaySummary({ invoices, amount }: { invoices: PortalInvoice[]; amount: number | null }) {
  const currency = invoices[0]?.balance.currency ?? '';
  return (
    <>
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
