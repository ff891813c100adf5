import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Burger, Drawer, Kbd, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useLive } from '../app/use-live';
import { NotificationBell } from '../features/notifications/notification-bell';
import { useNews } from '../features/notifications/use-news';
import { HelpDialog } from './help-dialog';
import { IconSearch } from './icons';
import { places } from './nav';
import { NavList } from './nav-list';
import { OrganizationSwitcher } from './organization-switcher';
import classes from './shell.module.css';
import { useShortcut } from './shortcuts';
import { UserMenu } from './user-menu';

const loadPalette = () => import('./command-palette');
const CommandPalette = lazy(loadPalette);

function GoTo({ to, keys }: { to: (typeof places)[number]['to']; keys: string }) {
  const navigate = useNavigate();
  useShortcut(keys, () => navigate({ to }));
  return null;
}

/** The frame around every signed-in page. */
export function Shell() {
  const { t } = useLingui();
  const [menu, { open, close }] = useDisclosure(false);
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure(false);
  const [palette, setPalette] = useState(false);
  const openPalette = () => {
    setPalette(true);
    void loadPalette().then(({ open: again }) => again());
  };
  useLive(useNews());
  useShortcut('?', openHelp);
  useShortcut('mod+k', openPalette);

  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        <Trans>Skip to content</Trans>
      </a>
      <aside className={`${classes.side} no-print`}>
        <OrganizationSwitcher />
        <NavList />
      </aside>
      <header className={`${classes.top} no-print`}>
        <Burger className={classes.burger} opened={menu} onClick={open} size="sm" aria-label={t`Menu`} />
        <UnstyledButton className={classes.palette} onClick={openPalette}>
          <IconSearch />
          <span>
            <Trans>Search or jump to…</Trans>
          </span>
          <Kbd size="xs">Ctrl K</Kbd>
        </UnstyledButton>
        <div className={classes.tools}>
          <ActionIcon
            className={classes.searchIcon}
            variant="subtle"
            color="gray"
            onClick={openPalette}
            aria-label={t`Search`}
          >
            <IconSearch />
          </ActionIcon>
          <NotificationBell />
          <UserMenu onHelp={openHelp} />
        </div>
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Drawer
        opened={menu}
        onClose={close}
        size={260}
        title={<OrganizationSwitcher />}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <NavList onNavigate={close} />
      </Drawer>
      {places.map((place) => (
        <GoTo key={place.to} to={place.to} keys={place.keys} />
      ))}
      {palette && (
        <Suspense>
          <CommandPalette onHelp={openHelp} />
        </Suspense>
      )}
      <HelpDialog opened={help} onClose={closeHelp} />
    </div>
  );
}
