import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { places } from './nav';
import classes from './shell.module.css';

export function NavList({ onNavigate }: { onNavigate?: () => void }) {
  const { t, i18n } = useLingui();
  return (
    <nav className={classes.nav} aria-label={t`Main`}>
      {places.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={classes.navLink}
          activeProps={{ 'data-active': true, 'aria-current': 'page' }}
          activeOptions={{ exact: to === '/' }}
          onClick={onNavigate}
        >
          <Icon />
          {i18n._(label)}
        </Link>
      ))}
    </nav>
  );
}
