import { Trans, useLingui } from '@lingui/react/macro';
import { BareLink } from '@portico/ui';
import { Outlet } from '@tanstack/react-router';
import { AccountLink } from './account-link';
import { Brand } from './brand';
import { Destinations } from './destinations';
import classes from './shell.module.css';
import { useEndOfSession } from './use-end-of-session';
import { useLive } from './use-live';
import { useMfaDemand } from './use-mfa-demand';
import { usePortal } from './use-portal';

/** The frame of every signed-in screen: brand and navigation above, on phones a bar below. */
export function Shell() {
  const { t } = useLingui();
  const portal = usePortal();
  useEndOfSession(portal.name);
  useMfaDemand(portal.name);
  useLive();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        <Trans>Skip to content</Trans>
      </a>
      <header className={classes.header} data-screen-only>
        <div className={classes.bar}>
          <BareLink to="/$portal" params={{ portal: portal.name }} className={classes.brand}>
            <Brand />
          </BareLink>
          <nav className={classes.topNav} aria-label={t`Main`}>
            <Destinations look="top" />
          </nav>
          <AccountLink />
        </div>
        {portal.test_mode ? (
          <p className={classes.testMode}>
            <Trans>Test mode: no real money moves here.</Trans>
          </p>
        ) : null}
      </header>
      <main id="content" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <nav className={classes.bottomNav} aria-label={t`Bottom bar`} data-screen-only>
        <Destinations look="bottom" />
      </nav>
    </div>
  );
}
