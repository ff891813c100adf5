import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { listNotificationsOptions } from '@portico/api/office/query';
import { Panel } from '@portico/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Empty } from '../../list/empty';
import { Failure } from '../../list/failure';
import { GridSkeleton } from '../../list/grid-skeleton';
import { Pager } from '../../list/pager';
import { IconBell } from '../../shell/icons';
import { Page } from '../../shell/page';
import { NotificationItems } from './notification-list';
import { useReadAll } from './use-read-all';

interface NotificationPageProps {
  cursor?: string;
  onCursor: (cursor: string | undefined) => void;
}

export function NotificationPage({ cursor, onCursor }: NotificationPageProps) {
  const { t } = useLingui();
  const query = useQuery({
    ...listNotificationsOptions({ query: { limit: 50, cursor } }),
    placeholderData: keepPreviousData,
  });
  const readAll = useReadAll();
  const page = query.data;
  return (
    <Page
      title={t`Notifications`}
      narrow
      actions={
        page?.data.some((item) => !item.read_at) && (
          <Button variant="default" onClick={readAll}>
            <Trans>Mark all as read</Trans>
          </Button>
        )
      }
    >
      {query.isError && !page && <Failure error={query.error} retry={() => query.refetch()} />}
      {query.isPending && <GridSkeleton columns={1} />}
      {page?.data.length === 0 && (
        <Empty icon={<IconBell />} title={<Trans>No notifications yet</Trans>}>
          <Trans>You will read here when a customer sees or pays an invoice.</Trans>
        </Empty>
      )}
      {page && page.data.length > 0 && (
        <>
          <Panel flush>
            <NotificationItems items={page.data} />
          </Panel>
          <Pager shown={page.data.length} cursor={cursor} next={page.next_cursor} onCursor={onCursor} />
        </>
      )}
    </Page>
  );
}
