import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import { officeSession, switchOrganization } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { failed } from '../app/notify';
import { useMe } from '../app/session';
import { IconCheck, IconSelector } from './icons';
import { Initials } from './initials';
import classes from './organization-switcher.module.css';
import { roleName } from './role-name';

/** Which organization one works in; changing it forgets everything that was loaded for the other. */
export function OrganizationSwitcher() {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { t } = useLingui();

  const change = async (id: string) => {
    try {
      const { data } = await switchOrganization({ body: { organization_id: id }, throwOnError: true });
      await navigate({ to: '/' });
      officeSession.set(data);
      client.clear();
    } catch (error) {
      failed(error);
    }
  };

  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={t`Organization: ${me.organization.name}`}>
          <Initials size={24} name={me.organization.name} />
          <span className={classes.name}>{me.organization.name}</span>
          <IconSelector width={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>Your organizations</Trans>
        </Menu.Label>
        {me.memberships.map((membership) => (
          <Menu.Item
            key={membership.organization_id}
            leftSection={<Initials size={20} name={membership.organization_name} />}
            rightSection={membership.organization_id === me.organization.id ? <IconCheck /> : roleName(membership.role)}
            onClick={() => membership.organization_id !== me.organization.id && change(membership.organization_id)}
          >
            {membership.organization_name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
