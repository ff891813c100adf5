import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { BareLink } from '@portico/ui';
import { useSession } from '../../app/session';
import classes from './account-link.module.css';
import { usePortalName } from './use-portal';

/** The person's initials; leads to the account. */
export function AccountLink() {
  const { t } = useLingui();
  const portal = usePortalName();
  const person = useSession()?.person;
  if (!person) return null;
  const name = `${person.first_name} ${person.last_name}`.trim();
  const initials = [person.first_name, person.last_name].map((part) => Array.from(part)[0] ?? '').join('');
  return (
    <BareLink
      to="/$portal/account/profile"
      params={{ portal }}
      className={classes.account}
      title={t`Account of ${name}`}
    >
      <span aria-hidden="true">{initials || '·'}</span>
      <VisuallyHidden>{t`Account of ${name}`}</VisuallyHidden>
    </BareLink>
  );
}
