import { Trans, useLingui } from '@lingui/react/macro';
import { Page } from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSession } from '../../app/session';
import { usePortal } from '../shell/use-portal';
import classes from './home.module.css';
import { homeOptions } from './home.query';
import { OpenInvoices } from './open-invoices';
import { Owed } from './owed';

const HomeAside = lazy(() => import('../aside/home-aside'));

/** Answers "what do I owe?" at a glance. */
export function Home() {
  const { t } = useLingui();
  const portal = usePortal();
  const session = useSession();
  const { data } = useSuspenseQuery(homeOptions());
  const may = (permission: string) => data.allowed_actions.includes(permission);
  const firstName = session?.person.first_name;
  return (
    <Page
      title={`${t`Home`} – ${portal.organization_name}`}
      heading={firstName ? <Trans>Hello, {firstName}</Trans> : <Trans>Hello</Trans>}
      badge={<span className={classes.customer}>{session?.customer.name}</span>}
      width="wide"
    >
      {data.banner_html ? (
        <section
          className={classes.banner}
          dir="auto"
          aria-label={t`Message from ${portal.organization_name}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the server makes it, of a few harmless tags
          dangerouslySetInnerHTML={{ __html: data.banner_html }}
        />
      ) : null}
      <div className={classes.columns}>
        <div className={classes.column}>
          {may('view_invoices') ? <Owed balances={data.balances} may={may} /> : null}
          <OpenInvoices invoices={data.recent_invoices} />
        </div>
        <Suspense>
          <HomeAside home={data} />
        </Suspense>
      </div>
    </Page>
  );
}
