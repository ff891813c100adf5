import { Trans, useLingui } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import type { OfficeHome } from '@portico/api/office';
import { getOfficeHomeOptions } from '@portico/api/office/query';
import { Day, DocumentNumber, Link, Money, Panel, usePaymentMode } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../app/session';
import { Failure } from '../../list/failure';
import { IconMail } from '../../shell/icons';
import { Page } from '../../shell/page';
import { FirstSteps } from './first-steps';
import classes from './home.module.css';
import { HomeSkeleton } from './home.skeleton';
import { OtherCurrencies } from './other-currencies';
import { Receivables } from './receivables';

export function Home() {
  const { t } = useLingui();
  const me = useMe();
  const query = useQuery(getOfficeHomeOptions());
  return (
    <Page title={t`Home`} heading={me.organization.name}>
      {query.isError && !query.data && <Failure error={query.error} retry={() => query.refetch()} />}
      {query.isPending && <HomeSkeleton />}
      {query.data && <HomeBody home={query.data} />}
    </Page>
  );
}

function HomeBody({ home }: { home: OfficeHome }) {
  const me = useMe();
  const mode = usePaymentMode();
  const { receivables, counts } = home;
  const base = me.organization.base_currency;
  const own = receivables.find(({ currency }) => currency === base);
  const others = receivables.filter(({ currency }) => currency !== base);
  const nothing = {
    currency: base,
    outstanding: 0,
    overdue: 0,
    draft: 0,
    invoices_open: 0,
    invoices_overdue: 0,
    received_30d: 0,
  };
  return (
    <div className={classes.stack}>
      {counts.failed_mails > 0 && (
        <Alert color="red" icon={<IconMail />}>
          <Link to="/settings/mails" search={{ status: 'failed' }} c="inherit" fw={600}>
            <Trans>Some e-mails were not delivered ({counts.failed_mails}). See which, and send them again.</Trans>
          </Link>
        </Alert>
      )}
      <FirstSteps counts={counts} />
      <Receivables row={own ?? nothing} />
      {others.length > 0 && <OtherCurrencies rows={others} />}
      <div className={classes.columns}>
        <Panel
          title={<Trans>Overdue invoices</Trans>}
          aside={
            <Link to="/invoices" search={{ status: 'overdue' }} fz="xs">
              <Trans>All overdue</Trans>
            </Link>
          }
        >
          {home.overdue_invoices.length === 0 && (
            <p className={classes.none}>
              <Trans>No invoice is overdue.</Trans>
            </p>
          )}
          <ul className={classes.list}>
            {home.overdue_invoices.map((invoice) => (
              <li key={invoice.id}>
                <div>
                  <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} fw={500}>
                    {invoice.customer.name}
                  </Link>
                  <div className={classes.note}>
                    {invoice.number && <DocumentNumber>{invoice.number}</DocumentNumber>} · <Trans>due</Trans>{' '}
                    <Day value={invoice.due_date} />
                  </div>
                </div>
                <strong className={classes.negative}>
                  <Money value={invoice.balance} />
                </strong>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel
          title={<Trans>Recent payments</Trans>}
          aside={
            <Link to="/payments" fz="xs">
              <Trans>All payments</Trans>
            </Link>
          }
        >
          {home.recent_payments.length === 0 && (
            <p className={classes.none}>
              <Trans>No payment yet</Trans>
            </p>
          )}
          <ul className={classes.list}>
            {home.recent_payments.map((payment) => (
              <li key={payment.id}>
                <div>
                  <Link to="/payments/$paymentId" params={{ paymentId: payment.id }} fw={500}>
                    {payment.customer.name}
                  </Link>
                  <div className={classes.note}>
                    <Day value={payment.date} /> · {mode(payment.mode)}
                  </div>
                </div>
                <strong>
                  <Money value={payment.amount} />
                </strong>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  );
}
