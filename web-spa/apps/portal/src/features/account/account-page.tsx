import { Trans, useLingui } from '@lingui/react/macro';
import { BareLink, Page } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { keptOptions } from '../pay/kept.query';
import { useMay } from '../shell/use-may';
import { usePortal } from '../shell/use-portal';
import classes from './account-page.module.css';

/** The frame of the account's pages. */
export function AccountPage({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const portal = usePortal();
  const params = { portal: portal.name };
  const keeps = useKeeps();
  return (
    <Page title={`${t`Account`} – ${portal.organization_name}`} heading={t`Account`} width="narrow">
      <nav className={classes.tabs} aria-label={t`Account`}>
        <BareLink to="/$portal/account/profile" params={params} className={classes.tab}>
          <Trans>Profile</Trans>
        </BareLink>
        <BareLink to="/$portal/account/company" params={params} className={classes.tab}>
          <Trans>Company</Trans>
        </BareLink>
        <BareLink to="/$portal/account/people" params={params} className={classes.tab}>
          <Trans>Contact persons</Trans>
        </BareLink>
        {keeps ? (
          <BareLink to="/$portal/account/cards" params={params} className={classes.tab}>
            <Trans>Cards and accounts</Trans>
          </BareLink>
        ) : null}
        <BareLink to="/$portal/account/security" params={params} className={classes.tab}>
          <Trans>Security</Trans>
        </BareLink>
      </nav>
      {children}
    </Page>
  );
}

/** Whether something is kept for this person's payments, or could be. */
function useKeeps(): boolean {
  const may = useMay('pay_invoices');
  const { data } = useQuery({ ...keptOptions(), enabled: may });
  return data ? data.data.length + data.options.length > 0 : false;
}
