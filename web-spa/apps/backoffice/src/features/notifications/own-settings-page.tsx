import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton, Stack, Text } from '@mantine/core';
import { updateMyNotificationSettings } from '@portico/api/office';
import { getMyNotificationSettingsOptions } from '@portico/api/office/query';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { failed } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { Failure } from '../../list/failure';
import { Page } from '../../shell/page';
import { type Channel, ChannelTable } from './channel-table';

/** What I want to be told, of what the organization tells. Each choice is kept at once. */
export function OwnSettingsPage() {
  const { t } = useLingui();
  const client = useQueryClient();
  const options = getMyNotificationSettingsOptions();
  const query = useQuery(options);
  const save = (change: { kind: string } & Partial<Record<Channel, boolean>>) => {
    updateMyNotificationSettings({ body: { kinds: [change] }, throwOnError: true })
      .then(({ data }) => {
        client.setQueryData(options.queryKey, data);
        return refresh(client, 'listNotifications', 'countUnreadNotifications');
      })
      .catch(failed);
  };
  return (
    <Page title={t`Notification settings`} narrow>
      <Stack gap="md" maw={640}>
        <Text size="sm" c="dimmed">
          <Trans>What you want to be told. What the organization has switched off cannot be chosen.</Trans>
        </Text>
        {query.isError && !query.data && <Failure error={query.error} retry={() => query.refetch()} />}
        {query.isPending && <Skeleton height={240} />}
        {query.data && (
          <ChannelTable
            label={t`Notification settings`}
            rows={query.data.kinds}
            offered={(row, channel) => (channel === 'in_app' ? row.offered_in_app : row.offered_by_email)}
            onChange={save}
          />
        )}
      </Stack>
    </Page>
  );
}
