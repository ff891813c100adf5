import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, TextInput } from '@mantine/core';
import { requestPortalPasswordResetMutation } from '@portico/api/portal/query';
import { EmptyState, fieldErrors, Link, LinkButton, MailIcon, ProblemAlert } from '@portico/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Doorway } from '../doorway/doorway';
import { usePortal } from '../shell/use-portal';

/** Asking for a link to choose a new password. The answer never tells whether an address is known. */
export function ForgotPassword() {
  const { t } = useLingui();
  const portal = usePortal();
  const [email, setEmail] = useState('');
  const ask = useMutation(requestPortalPasswordResetMutation());
  const errors = fieldErrors(ask.error);
  const params = { portal: portal.name };

  function submit(event: FormEvent) {
    event.preventDefault();
    ask.mutate({ path: { portal_name: portal.name }, body: { email: email.trim() } });
  }

  if (ask.isSuccess) {
    return (
      <Doorway title={t`Look into your mailbox`}>
        <div role="status">
          <EmptyState
            icon={<MailIcon />}
            title={<Trans>If this address can sign in here, a link is on its way</Trans>}
            action={
              <LinkButton to="/$portal/login" params={params} variant="default">
                <Trans>Back to sign-in</Trans>
              </LinkButton>
            }
          >
            <Trans>
              You entered <bdi>{email.trim()}</bdi>. Nothing there after a few minutes? Look among the spam, or ask{' '}
              {portal.organization_name} which address they have.
            </Trans>
          </EmptyState>
        </div>
      </Doorway>
    );
  }
  return (
    <Doorway
      title={t`Forgotten your password?`}
      intro={<Trans>Enter your e-mail address, and you get a link to choose a new one.</Trans>}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {errors.email ? null : <ProblemAlert error={ask.error} />}
          <TextInput
            label={t`E-mail`}
            type="email"
            dir="ltr"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            error={errors.email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" fullWidth loading={ask.isPending}>
            <Trans>Send the link</Trans>
          </Button>
          <Link to="/$portal/login" params={params} size="sm" underline="always" style={{ alignSelf: 'center' }}>
            <Trans>Back to sign-in</Trans>
          </Link>
        </Stack>
      </form>
    </Doorway>
  );
}
