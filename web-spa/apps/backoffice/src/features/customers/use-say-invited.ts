import { useLingui } from '@lingui/react/macro';
import type { ContactPerson } from '@portico/api/office';
import { useCallback } from 'react';
import { said } from '../../app/notify';

/** Says what became of an invitation: a password that was given is not used where there is one already. */
export function useSayInvited(): (person: ContactPerson, gavePassword: boolean) => void {
  const { t } = useLingui();
  return useCallback(
    (person, gavePassword) => {
      const email = person.email ?? '';
      if (gavePassword && !person.portal.with_password) {
        said(t`${email} has a password in this portal already and keeps it. The invitation brings a link instead.`);
      } else {
        said(t`Invitation sent to ${email}.`);
      }
    },
    [t],
  );
}
