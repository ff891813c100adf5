import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { changePortalPasswordMutation } from '@portico/api/portal/query';
import { CheckIcon, fieldErrors, Panel, ProblemAlert } from '@portico/ui';
import { SESSIONS_KEY } from '@portico/ui/security';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../app/session';
import { NewPassword } from '../password/new-password';

const EMPTY = { current_password: '', new_password: '' };

/** Changing the password; all other devices are signed out by it. */
export function ChangePassword() {
  const { t } = useLingui();
  const session = useSession();
  const [values, setValues] = useState(EMPTY);
  const client = useQueryClient();
  const change = useMutation({
    ...changePortalPasswordMutation(),
    onSuccess: () => {
      setValues(EMPTY);
      void client.invalidateQueries({ queryKey: SESSIONS_KEY });
    },
  });
  const errors = fieldErrors(change.error);
  const wrong = isProblem(change.error, 'invalid_credentials');

  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate({ body: values });
  }

  return (
    <Panel title={<Trans>Change password</Trans>}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <input
            type="text"
            name="username"
            autoComplete="username"
            value={session?.person.email ?? ''}
            readOnly
            hidden
          />
          {change.isSuccess ? (
            <Alert role="status" variant="light" color="green" icon={<CheckIcon />}>
              <Trans>Your password is changed. You are signed out on all other devices.</Trans>
            </Alert>
          ) : null}
          {wrong || Object.keys(errors).length > 0 ? null : <ProblemAlert error={change.error} />}
          <PasswordInput
            label={t`Current password`}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={values.current_password}
            error={wrong ? t`This is not your current password.` : errors.current_password}
            visibilityToggleButtonProps={{ 'aria-label': t`Show password` }}
            onChange={(event) => setValues({ ...values, current_password: event.currentTarget.value })}
          />
          <NewPassword
            label={t`New password`}
            value={values.new_password}
            error={errors.new_password}
            onChange={(new_password) => setValues({ ...values, new_password })}
          />
          <Button type="submit" loading={change.isPending}>
            <Trans>Change password</Trans>
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
