import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton, Stack, Switch } from '@mantine/core';
import { type UpdateNotificationSettings, updateNotificationSettings } from '@portico/api/office';
import { getNotificationSettingsOptions } from '@portico/api/office/query';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { failed } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { Failure } from '../../list/failure';
import { SettingsSection } from '../settings/settings-section';
import { ChannelTable } from './channel-table';

/** What the organization tells its staff. Each choice is kept at once. */
export function NotificationSettingsPage() {
  const { t } = useLingui();
  const client = useQueryClient();
  const mayManage = useCan('manage_organization');
  const options = getNotificationSettingsOptions();
  const query = useQuery(options);
  const save = (body: UpdateNotificationSettings) => {
    updateNotificationSettings({ body, throwOnError: true })
      .then(({ data }) => {
        client.setQueryData(options.queryKey, data);
        return refresh(client, 'getMyNotificationSettings', 'listNotifications', 'countUnreadNotifications');
      })
      .catch(failed);
  };
  if (query.isError && !query.data) {
    return <Failure error={query.error} retry={() => query.refetch()} />;
  }
  if (!query.data) {
    return <Skeleton height={320} />;
  }
  const settings = query.data;
  return (
    <SettingsSection title={<Trans>What staff are told</Trans>}>
      <Stack gap="md">
        <Switch
          disabled={!mayManage}
          checked={settings.notify_staff_in_app}
          onChange={(event) => save({ notify_staff_in_app: event.currentTarget.checked })}
          label={t`Tell staff here`}
          description={t`The bell counts what is new, and says it as it happens.`}
        />
        <Switch
          disabled={!mayManage}
          checked={settings.notify_staff_by_email}
          onChange={(event) => save({ notify_staff_by_email: event.currentTarget.checked })}
          label={t`Tell staff by e-mail`}
          description={t`Each active member whose role may see the subject gets one e-mail.`}
        />
        <ChannelTable
          label={t`What staff are told`}
          rows={settings.kinds}
          offered={(_, channel) =>
            mayManage && (channel === 'in_app' ? settings.notify_staff_in_app : settings.notify_staff_by_email)
          }
          onChange={(change) => save({ kinds: [change] })}
        />
      </Stack>
    </SettingsSection>
  );
}
