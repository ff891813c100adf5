import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { idempotent, newIdempotencyKey } from '@portico/api/client';
import { type Invoice, type InvoiceCredit, releaseCredit } from '@portico/api/office';
import { getInvoiceQueryKey } from '@portico/api/office/query';
import { Day, DocumentNumber, Link, LinkButton, Money, Panel } from '@portico/ui';
import { useQueryClient } from '@tanstack/react-query';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { useAsk } from '../../shell/ask';
import classes from './invoice-side.module.css';

/** The customer's credit: what of it pays this invoice, and what else could. */
export function InvoiceCredits({ invoice }: { invoice: Invoice }) {
  const may = useCan('record_payments');
  const { credits, credit_available: available } = invoice;
  const mayApply = may && available.amount > 0 && invoice.allowed_actions.includes('record_payment');
  if (credits.length === 0 && !mayApply) {
    return null;
  }
  return (
    <Panel title={<Trans>Credit</Trans>}>
      <ul className={classes.payments}>
        {credits.map((credit) => (
          <Row key={credit.payment_id} invoice={invoice} credit={credit} mayRemove={may} />
        ))}
      </ul>
      {mayApply && (
        <>
          <Text size="sm" mb="xs">
            <Trans>
              <Money value={available} /> of credit can be used.
            </Trans>
          </Text>
          <LinkButton to="/invoices/$invoiceId/credit" params={{ invoiceId: invoice.id }} variant="default" size="xs">
            <Trans>Apply credit</Trans>
          </LinkButton>
        </>
      )}
    </Panel>
  );
}

function Row({ invoice, credit, mayRemove }: { invoice: Invoice; credit: InvoiceCredit; mayRemove: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const ask = useAsk();
  const number = credit.number ?? '';
  const remove = () =>
    ask({
      title: t`Take this credit off the invoice?`,
      text: t`It is the customer's credit again, and the invoice is open for it.`,
      confirm: t`Remove`,
      run: async () => {
        const path = { id: invoice.id };
        const body = { payment_id: credit.payment_id };
        const headers = idempotent(newIdempotencyKey());
        const { data } = await releaseCredit({ path, body, headers, throwOnError: true });
        client.setQueryData(getInvoiceQueryKey({ path }), data);
        await refresh(client, ...MONEY_VIEWS);
      },
    });
  return (
    <li>
      <div>
        <Link to="/payments/$paymentId" params={{ paymentId: credit.payment_id }}>
          <DocumentNumber>{number}</DocumentNumber>
        </Link>
        <div className={classes.note}>
          <Day value={credit.date} />
        </div>
      </div>
      <div className={classes.amount}>
        <Money value={credit.amount} />
        {mayRemove && (
          <Button size="compact-xs" variant="subtle" onClick={remove} aria-label={t`Remove the credit of ${number}`}>
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
    </li>
  );
}
