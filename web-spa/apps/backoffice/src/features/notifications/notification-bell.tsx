import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Indicator, Popover, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { countUnreadNotificationsOptions, listNotificationsOptions } from '@portico/api/office/query';
import { Link } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../../list/failure';
import { IconBell } from '../../shell/icons';
import { NotificationItems } from './notification-list';
import classes from './notifications.module.css';
import { useReadAll } from './use-read-all';

/** How many are new, asked again every minute while somebody looks. */
export function NotificationBell() {
  const { t } = useLingui();
  const [opened, { toggle, close }] = useDisclosure(false);
  const unread = useQuery({ ...countUnreadNotificationsOptions(), refetchInterval: 60_000 });
  const list = useQuery({ ...listNotificationsOptions({ query: { limit: 15 } }), enabled: opened });
  const readAll = useReadAll();
  const count = unread.data?.count ?? 0;

  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && close()}
      position="bottom-end"
      width={340}
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={toggle}
          aria-label={count > 0 ? t`Notifications, ${count} new` : t`Notifications`}
        >
          <Indicator
            label={<span aria-hidden="true">{count > 99 ? '99+' : count}</span>}
            disabled={count === 0}
            size={16}
            color="red"
          >
            <IconBell style={{ display: 'block' }} />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <div className={classes.head}>
          <Trans>Notifications</Trans>
          {count > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={readAll}>
              <Trans>Mark all as read</Trans>
            </Button>
          )}
        </div>
        <div className={classes.scroll}>
          {list.isError && <Failure error={list.error} retry={() => list.refetch()} />}
          {list.isPending && <Skeleton height={80} m="sm" w="auto" />}
          {list.data?.data.length === 0 && (
            <div className={classes.none}>
              <Trans>Nothing new</Trans>
            </div>
          )}
          {list.data && <NotificationItems items={list.data.data} onOpen={close} />}
        </div>
        <div className={classes.head} style={{ borderBlockEnd: 0 }}>
          <Link to="/notifications" fz="xs" onClick={close}>
            <Trans>All notifications</Trans>
          </Link>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
