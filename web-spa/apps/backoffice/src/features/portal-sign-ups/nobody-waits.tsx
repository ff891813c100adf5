import { Trans } from '@lingui/react/macro';
import { getOrganizationOptions } from '@portico/api/office/query';
import { LinkButton } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../app/session';
import { Empty } from '../../list/empty';
import { IconCustomers } from '../../shell/icons';

/** Nothing is to be decided; and how people come to ask. */
export function NobodyWaits() {
  const maySwitch = useCan('manage_organization');
  const organization = useQuery(getOrganizationOptions()).data;
  const off = organization?.allow_signup === false;
  return (
    <Empty
      icon={<IconCustomers />}
      title={<Trans>Nobody is waiting</Trans>}
      action={
        off &&
        maySwitch && (
          <LinkButton to="/settings/portal" variant="default">
            <Trans>Settings of the portal</Trans>
          </LinkButton>
        )
      }
    >
      {off ? (
        <Trans>Customers cannot sign up by themselves; the settings of the portal can allow it.</Trans>
      ) : (
        <Trans>Who signs up and is not among your contact persons appears here until you decide.</Trans>
      )}
    </Empty>
  );
}
