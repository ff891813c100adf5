import { Trans, useLingui } from '@lingui/react/macro';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Page } from '../../shell/page';
import classes from './settings.module.css';

const PAGES = [
  { to: '/settings/organization', label: <Trans>Organization</Trans> },
  { to: '/settings/branding', label: <Trans>Branding</Trans> },
  { to: '/settings/portal', label: <Trans>Portal</Trans> },
  { to: '/settings/taxes', label: <Trans>Taxes</Trans> },
  { to: '/settings/numbers', label: <Trans>Number series</Trans> },
  { to: '/settings/members', label: <Trans>Members</Trans> },
  { to: '/settings/notifications', label: <Trans>Notifications</Trans> },
  { to: '/settings/security', label: <Trans>Security</Trans> },
  { to: '/settings/gateways', label: <Trans>Gateways</Trans> },
  { to: '/settings/email-templates', label: <Trans>E-mail templates</Trans> },
  { to: '/settings/mails', label: <Trans>E-mails</Trans> },
] as const;

export function SettingsLayout() {
  const { t } = useLingui();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the row scrolls sideways; where one is must be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active link changes with the path
  useEffect(() => {
    nav.current?.querySelector('[data-active]')?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <Page title={t`Settings`}>
      <div className={classes.layout}>
        <nav ref={nav} className={classes.nav} aria-label={t`Settings`}>
          {PAGES.map((page) => (
            <Link key={page.to} to={page.to} className={classes.link} activeProps={{ 'data-active': true }}>
              {page.label}
            </Link>
          ))}
        </nav>
        <div className={classes.content}>
          <Outlet />
        </div>
      </div>
    </Page>
  );
}
