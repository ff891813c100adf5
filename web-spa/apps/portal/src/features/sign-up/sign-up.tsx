import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, TextInput } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { requestPortalSignUpMutation } from '@portico/api/portal/query';
import { EmptyState, fieldErrors, Link, LinkButton, MailIcon, ProblemAlert } from '@portico/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Doorway } from '../doorway/doorway';
import { usePortal } from '../shell/use-portal';
import { NoSignUps } from './no-sign-ups';

/** Asking for access by oneself. The answer never tells whether an address is known. */
export function SignUp() {
  const { t } = useLingui();
  const portal = usePortal();
  const [email, setEmail] = useState('');
  const ask = useMutation(requestPortalSignUpMutation());
  const errors = fieldErrors(ask.error);
  const params = { portal: portal.name };
  if (!portal.sign_up_allowed || isProblem(ask.error, 'not_allowed_in_state')) return <NoSignUps />;

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
            title={<Trans>A mail is on its way and says how to go on</Trans>}
            action={
              <LinkButton to="/$portal/login" params={params} variant="default">
                <Trans>Back to sign-in</Trans>
              </LinkButton>
            }
          >
            <Trans>
              You entered <bdi>{email.trim()}</bdi>. It may take some minutes; look among the spam, too. At most one
              mail in ten minutes goes to an address, so wait that long before you try again.
            </Trans>
          </EmptyState>
        </div>
      </Doorway>
    );
  }
  return (
    <Doorway title={t`Sign up`} intro={<Trans>Enter your e-mail address, and you get a mail with a link.</Trans>}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {errors.email ? null : <ProblemAlert error={ask.error} />}
          <TextInput
            label={t`E-mail`}
            type="email"
            dir="ltr"
            name="email"
            autoComplete="email"
            maxLength={100}
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
