import { Trans, useLingui } from '@lingui/react/macro';
import { Page } from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { usePortal } from '../shell/use-portal';
import { Contact } from './contact';
import classes from './home.module.css';
import { homeOptions } from './home.query';
import { LastPayment } from './last-payment';
import { OpenInvoices } from './open-invoices';
import { Owed } from './owed';

/** Answers "what do I owe?" at a glance. */
export function Home() {
  const { t } = useLingui();
  const portal = usePortal();
  const session = useSession();
  const { data } = useSuspenseQuery(homeOptions());
  const firstName = session?.person.first_name;
  return (
    <Page
      title={`${t`Home`} – ${portal.organization_name}`}
      heading={firstName ? <Trans>Hello, {firstName}</Trans> : <Trans>Hello</Trans>}
      badge={<span className={classes.customer}>{session?.customer.name}</span>}
      width="wide"
    >
      {data.banner_message ? (
        <p className={classes.banner}>
          <bdi>{data.banner_message}</bdi>
        </p>
      ) : null}
      <div className={classes.columns}>
        <div className={classes.column}>
          <Owed balances={data.balances} />
          <OpenInvoices invoices={data.recent_invoices} />
        </div>
        <div className={classes.column}>
          {data.last_payment ? <LastPayment payment={data.last_payment} /> : null}
          <Contact organization={data.organization} />
        </div>
      </div>
    </Page>
  );
}
