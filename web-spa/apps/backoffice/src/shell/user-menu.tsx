import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { officeSession, signOut } from '@portico/api/office';
import { Link } from '@tanstack/react-router';
import { boot } from '../app/boot';
import { chooseLanguage, languages } from '../app/language';
import { useMe } from '../app/session';
import { IconBell, IconKeyboard, IconMail, IconShield, IconSignOut } from './icons';
import { Initials } from './initials';

/** Everything about the person: language, light or dark, security, leaving. */
export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const me = useMe();
  const { t, i18n } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  const leave = async () => {
    await signOut({ throwOnError: true }).catch(() => undefined);
    officeSession.clear('signed_out');
  };

  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} radius="xl" aria-label={t`Your account`}>
          <Initials size={28} round name={me.user.name} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.user.name}
          <br />
          <bdi>{me.user.email}</bdi>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>
          <Trans>Language</Trans>
        </Menu.Label>
        <Menu.RadioGroup value={i18n.locale} onChange={(value) => void chooseLanguage(String(value))}>
          {languages.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value} lang={value} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t`Appearance`}
          value={colorScheme}
          onChange={(value) => setColorScheme(value === 'dark' ? 'dark' : value === 'light' ? 'light' : 'auto')}
          data={[
            { value: 'auto', label: t`System` },
            { value: 'light', label: t`Light` },
            { value: 'dark', label: t`Dark` },
          ]}
        />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard />} onClick={onHelp}>
          <Trans>Keyboard shortcuts</Trans>
        </Menu.Item>
        {boot.development && (
          <Menu.Item leftSection={<IconMail />} component={Link} to="/dev/mailbox">
            <Trans>Development mailbox</Trans>
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconBell />} component={Link} to="/account/notifications">
          <Trans>Notification settings</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconShield />} component={Link} to="/account/security">
          <Trans>Account security</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconSignOut />} onClick={leave}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
