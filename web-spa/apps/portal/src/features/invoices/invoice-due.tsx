import { Trans } from '@lingui/react/macro';
import type { PortalInvoice } from '@portico/api/portal';
import { Day, LinkButton, Money, Panel } from '@portico/ui';
import { lazy, Suspense } from 'react';
import { laterTexts } from '../../app/language';
import { usePortalName } from '../shell/use-portal';
import classes from './invoice-view.module.css';

const UseCredit = lazy(async () => {
  await laterTexts();
  return import('../credit/use-credit');
});

/** What remains to be paid, until when, and the one button. */
export function InvoiceDue({ invoice }: { invoice: PortalInvoice }) {
  const portal = usePortalName();
  if (invoice.balance.amount <= 0 || invoice.status === 'void') return null;
  const mayPay = invoice.allowed_actions.includes('pay') && invoice.payment_options.length > 0;
  const overdue = invoice.status === 'overdue';
  return (
    <div data-screen-only>
      <Panel>
        <div className={classes.due}>
          <div>
            <p className={classes.dueLabel}>
              <Trans>Amount due</Trans>
            </p>
            <p className={classes.dueAmount}>
              <Money value={invoice.balance} />
            </p>
            <p className={classes.dueDate} data-late={overdue || undefined}>
              {overdue ? (
                <Trans>
                  Was due on <Day value={invoice.due_date} long />
                </Trans>
              ) : (
                <Trans>
                  Due on <Day value={invoice.due_date} long />
                </Trans>
              )}
            </p>
          </div>
          <div className={classes.ways}>
            {mayPay ? (
              <LinkButton to="/$portal/pay" params={{ portal }} search={{ invoices: invoice.id }} size="lg">
                <Trans>Pay now</Trans>
              </LinkButton>
            ) : null}
            {invoice.bank_transfer ? (
              <LinkButton
                to="/$portal/invoices/$invoiceId/transfer"
                params={{ portal, invoiceId: invoice.id }}
                variant={mayPay ? 'subtle' : 'filled'}
                size={mayPay ? 'sm' : 'lg'}
              >
                <Trans>Pay by bank transfer</Trans>
              </LinkButton>
            ) : null}
          </div>
        </div>
        {invoice.credit_available.amount > 0 ? (
          <Suspense>
            <UseCredit invoice={invoice} />
          </Suspense>
        ) : null}
      </Panel>
    </div>
  );
}
