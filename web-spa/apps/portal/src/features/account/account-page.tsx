import { Trans, useLingui } from '@lingui/react/macro';
import { BareLink, Page } from '@portico/ui';
import type { ReactNode } from 'react';
import { usePortal } from '../shell/use-portal';
import classes from './account-page.module.css';

/** The frame of the account's pages. */
export function AccountPage({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const portal = usePortal();
  const params = { portal: portal.name };
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
        <BareLink to="/$portal/account/security" params={params} className={classes.tab}>
          <Trans>Security</Trans>
        </BareLink>
      </nav>
      {children}
    </Page>
  );
}
