import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Instant } from '../date';
import { Panel } from '../panel';
import { ProblemAlert } from '../problem-alert';
import { ProblemPanel } from '../problem-panel';
import { StatusBadge } from '../status-badge';
import { type AccountApi, type DeviceSession, SESSIONS_KEY } from './account-api';
import { deviceOf } from './device-of';
import classes from './security.module.css';

/** Where this person is signed in; whatever looks strange can be ended. */
export function Devices({ api }: { api: AccountApi }) {
  const client = useQueryClient();
  const query = useQuery({ queryKey: SESSIONS_KEY, queryFn: api.sessions });
  const onSettled = () => client.invalidateQueries({ queryKey: SESSIONS_KEY });
  const end = useMutation({ mutationFn: api.endSession, onSettled });
  const endOthers = useMutation({ mutationFn: api.endOtherSessions, onSettled });
  const sessions = query.data ?? [];
  return (
    <Panel title={<Trans>Where you are signed in</Trans>}>
      {query.isError && !query.data ? (
        <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton height={96} />
      ) : (
        <Stack gap="md">
          <ProblemAlert error={end.error ?? endOthers.error} />
          <ul className={classes.devices}>
            {sessions.map((session) => (
              <Device
                key={session.id}
                session={session}
                busy={end.isPending && end.variables === session.id}
                onEnd={() => end.mutate(session.id)}
              />
            ))}
          </ul>
          {sessions.some(({ current }) => !current) ? (
            <Button
              variant="default"
              loading={endOthers.isPending}
              onClick={() => endOthers.mutate()}
              style={{ alignSelf: 'flex-start' }}
            >
              <Trans>Sign out on all other devices</Trans>
            </Button>
          ) : (
            <p className={classes.hint}>
              <Trans>You are signed in on this device only.</Trans>
            </p>
          )}
        </Stack>
      )}
    </Panel>
  );
}

interface DeviceProps {
  session: DeviceSession;
  busy: boolean;
  onEnd: () => void;
}

function Device({ session, busy, onEnd }: DeviceProps) {
  const { t } = useLingui();
  const { browser, system } = deviceOf(session.user_agent);
  const name = browser && system ? t`${browser} on ${system}` : (browser ?? system ?? t`Unknown device`);
  return (
    <li className={classes.device}>
      <div>
        <div className={classes.deviceName}>
          <span>{name}</span>
          {session.current ? (
            <StatusBadge tone="positive">
              <Trans>This device</Trans>
            </StatusBadge>
          ) : null}
        </div>
        <div className={classes.hint}>
          <Trans>
            Last used <Instant value={session.last_used_at} />
          </Trans>
        </div>
        <div className={classes.hint}>
          <Trans>
            Signed in <Instant value={session.created_at} />
          </Trans>
        </div>
        {session.address ? (
          <div className={classes.hint}>
            <bdi>{session.address}</bdi>
          </div>
        ) : null}
      </div>
      {session.current ? null : (
        <Button variant="default" size="xs" loading={busy} onClick={onEnd} aria-label={t`Sign out: ${name}`}>
          <Trans>Sign out</Trans>
        </Button>
      )}
    </li>
  );
}
