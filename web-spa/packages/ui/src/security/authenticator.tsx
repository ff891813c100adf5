import { Plural, Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../panel';
import { ProblemPanel } from '../problem-panel';
import { StatusBadge } from '../status-badge';
import { type AccountApi, AUTHENTICATOR_KEY, type AuthenticatorState, SESSIONS_KEY } from './account-api';
import { AuthenticatorSetUp } from './authenticator-set-up';
import { PasswordStep } from './password-step';
import { RecoveryCodes } from './recovery-codes';
import classes from './security.module.css';

interface AuthenticatorProps {
  api: AccountApi;
  email: string;
}

type Doing = 'nothing' | 'set-up' | 'renew' | 'disable';

/** The second step of signing in: whether it is in use, and everything one can do about it. */
export function Authenticator({ api, email }: AuthenticatorProps) {
  const client = useQueryClient();
  const query = useQuery({ queryKey: AUTHENTICATOR_KEY, queryFn: api.state });
  const [doing, setDoing] = useState<Doing>('nothing');
  const done = () => {
    setDoing('nothing');
    void client.invalidateQueries({ queryKey: AUTHENTICATOR_KEY });
    void client.invalidateQueries({ queryKey: SESSIONS_KEY });
  };
  const frame = { api, email, onDone: done, onCancel: () => setDoing('nothing') };
  return (
    <Panel
      title={<Trans>Authenticator app</Trans>}
      aside={
        query.data?.enabled ? (
          <StatusBadge tone="positive">
            <Trans>On</Trans>
          </StatusBadge>
        ) : null
      }
    >
      {query.isError ? (
        <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton height={72} />
      ) : doing === 'set-up' ? (
        <AuthenticatorSetUp {...frame} />
      ) : doing === 'renew' ? (
        <Renew {...frame} />
      ) : doing === 'disable' ? (
        <Disable {...frame} />
      ) : (
        <State state={query.data} onDo={setDoing} />
      )}
    </Panel>
  );
}

function State({ state, onDo }: { state: AuthenticatorState; onDo: (what: Doing) => void }) {
  const left = state.recovery_codes_left;
  if (!state.enabled) {
    return (
      <Stack gap="md" align="flex-start">
        <p className={classes.text}>
          <Trans>
            With an authenticator app, your password alone is not enough to sign in: a code from your phone is asked for
            as well.
          </Trans>
        </p>
        <Button onClick={() => onDo('set-up')}>
          <Trans>Set up</Trans>
        </Button>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <p className={classes.text}>
        <Trans>When you sign in, a code from your authenticator app is asked for.</Trans>{' '}
        <Plural
          value={left}
          _0="You have no recovery code left."
          one="You have one recovery code left."
          other="You have # recovery codes left."
        />
      </p>
      {left < 3 ? (
        <Alert variant="light" color="yellow" role="status">
          <Trans>Make new recovery codes, so that you are not shut out if you lose your phone.</Trans>
        </Alert>
      ) : null}
      {state.required ? (
        <p className={classes.hint}>
          <Trans>It is required here and cannot be turned off.</Trans>
        </p>
      ) : null}
      <Group gap="xs">
        <Button variant="default" onClick={() => onDo('renew')}>
          <Trans>New recovery codes</Trans>
        </Button>
        {state.required ? null : (
          <Button variant="default" onClick={() => onDo('disable')}>
            <Trans>Turn off</Trans>
          </Button>
        )}
      </Group>
    </Stack>
  );
}

interface TaskProps extends AuthenticatorProps {
  onDone: () => void;
  onCancel: () => void;
}

function Renew({ api, email, onDone, onCancel }: TaskProps) {
  const renew = useMutation({ mutationFn: api.renew });
  if (renew.data) return <RecoveryCodes codes={renew.data} email={email} onKept={onDone} />;
  return (
    <PasswordStep
      email={email}
      submit={<Trans>Make new recovery codes</Trans>}
      busy={renew.isPending}
      error={renew.error}
      onSubmit={(password) => renew.mutate(password)}
      onCancel={onCancel}
    >
      <Trans>The recovery codes you have now will no longer work.</Trans>
    </PasswordStep>
  );
}

function Disable({ api, email, onDone, onCancel }: TaskProps) {
  const disable = useMutation({
    mutationFn: ({ password, code }: { password: string; code: string }) => api.disable(password, code),
    onSuccess: onDone,
  });
  return (
    <PasswordStep
      email={email}
      submit={<Trans>Turn off</Trans>}
      danger
      withCode
      busy={disable.isPending}
      error={disable.error}
      onSubmit={(password, code) => disable.mutate({ password, code })}
      onCancel={onCancel}
    >
      <Trans>Your password alone will be enough to sign in, and your recovery codes will no longer work.</Trans>
    </PasswordStep>
  );
}
