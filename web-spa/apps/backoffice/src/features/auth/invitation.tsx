import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { acceptMemberInvitation, type MemberInvitation, officeSession } from '@portico/api/office';
import { getMemberInvitationOptions } from '@portico/api/office/query';
import { LinkButton } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { explain, problemOf } from '../../app/problem';
import { PasswordField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { newPassword, orAbsent, requiredText } from '../../form/rules';
import { useSubmit } from '../../form/use-submit';
import { roleName } from '../../shell/role-name';
import { AuthFrame } from './auth-frame';
import { NewPasswordField } from './new-password-field';
import { useSecondStep } from './use-second-step';

interface InvitationProps {
  token: string;
  onDone: () => void;
}

export function Invitation({ token, onDone }: InvitationProps) {
  const { t } = useLingui();
  const query = useQuery(getMemberInvitationOptions({ path: { token } }));
  return (
    <AuthFrame title={query.data ? t`Join ${query.data.organization_name}` : t`Your invitation`}>
      {query.isError && <Unusable error={query.error} />}
      {query.data && <Accept token={token} invitation={query.data} onDone={onDone} />}
    </AuthFrame>
  );
}

function Unusable({ error }: { error: unknown }) {
  const { code } = problemOf(error);
  return (
    <Stack gap="sm">
      <Alert color="orange" role="alert">
        {code === 'invitation_used' ? (
          <Trans>This invitation has been used already. Sign in with your password.</Trans>
        ) : code === 'invitation_expired' || code === 'not_found' ? (
          <Trans>This invitation is no longer valid. Ask the person who invited you for a new one.</Trans>
        ) : (
          explain(error)
        )}
      </Alert>
      <LinkButton to="/sign-in" variant="default">
        <Trans>Go to sign-in</Trans>
      </LinkButton>
    </Stack>
  );
}

function Accept({ token, invitation, onDone }: InvitationProps & { invitation: MemberInvitation }) {
  const { t } = useLingui();
  const known = invitation.user_exists;
  const schema = z.object({
    name: known ? z.string() : requiredText(100),
    password: known ? requiredText(128) : newPassword(),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: invitation.name, password: '' } });
  const { code, field, onProblem } = useSecondStep();
  const { submit, messages, sending } = useSubmit(
    form,
    async ({ name, password }) => {
      const { data } = await acceptMemberInvitation({
        path: { token },
        body: { password, name: known ? undefined : orAbsent(name), ...code },
        throwOnError: true,
      });
      officeSession.set(data);
      onDone();
    },
    { onProblem },
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FormAlert messages={messages} />
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            You are invited as <strong>{roleName(invitation.role)}</strong>, with the address{' '}
            <bdi>{invitation.email}</bdi>.
          </Trans>
        </Text>
        {known ? (
          <PasswordField
            control={form.control}
            name="password"
            autoComplete="current-password"
            label={t`Your password`}
            description={t`You already have an account: use the password you know.`}
          />
        ) : (
          <>
            <TextField control={form.control} name="name" label={t`Your name`} autoComplete="name" />
            <NewPasswordField
              control={form.control}
              name="password"
              label={t`Choose a password`}
              about={[invitation.email, invitation.name]}
            />
          </>
        )}
        {field}
        <Button type="submit" loading={sending}>
          <Trans>Accept invitation</Trans>
        </Button>
      </Stack>
    </form>
  );
}
