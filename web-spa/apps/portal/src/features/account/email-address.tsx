import { Trans } from '@lingui/react/macro';
import { Alert, Button, Stack } from '@mantine/core';
import type { PortalProfile } from '@portico/api/portal';
import { cancelPortalEmailChangeMutation } from '@portico/api/portal/query';
import { ClockIcon, Panel, ProblemAlert } from '@portico/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Facts } from '../document/facts';
import { profileOptions } from './details-options';
import { EmailForm } from './email-form';

/** The address one signs in with, and one that waits to be verified. */
export function EmailAddress({ profile, editable }: { profile: PortalProfile; editable: boolean }) {
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: profileOptions().queryKey });
  const cancel = useMutation({ ...cancelPortalEmailChangeMutation(), onSuccess: refresh });
  const pending = profile.pending_email;
  return (
    <Panel title={<Trans>Signing in</Trans>}>
      <Stack gap="md">
        <Facts facts={[[<Trans key="n">E-mail</Trans>, <bdi key="v">{profile.email}</bdi>]]} />
        {pending ? (
          <Alert role="status" variant="light" icon={<ClockIcon />}>
            <Trans>
              A link was sent to <bdi>{pending}</bdi>. The new address counts once you open it there and confirm.
            </Trans>
            <Button
              variant="default"
              size="compact-sm"
              mt="xs"
              style={{ display: 'block' }}
              loading={cancel.isPending}
              onClick={() => cancel.mutate({})}
            >
              <Trans>Keep the present address</Trans>
            </Button>
          </Alert>
        ) : null}
        <ProblemAlert error={cancel.error} />
        {editing ? (
          <EmailForm
            onDone={() => {
              setEditing(false);
              void refresh();
            }}
            onCancel={() => setEditing(false)}
          />
        ) : editable ? (
          <Button variant="default" onClick={() => setEditing(true)}>
            <Trans>Change the e-mail address</Trans>
          </Button>
        ) : null}
      </Stack>
    </Panel>
  );
}
