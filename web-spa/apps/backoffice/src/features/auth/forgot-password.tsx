import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { requestPasswordReset } from '@portico/api/office';
import { Link, LinkButton } from '@portico/ui';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { requiredMail } from '../../form/rules';
import { useSubmit } from '../../form/use-submit';
import { AuthFrame } from './auth-frame';

const schema = z.object({ email: requiredMail() });

/** Asking for a link to choose a new password. The answer never tells whether an address is known. */
export function ForgotPassword() {
  const { t } = useLingui();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: '' } });
  const { submit, messages, sending } = useSubmit(form, async (values) => {
    await requestPasswordReset({ body: values, throwOnError: true });
    setSentTo(values.email);
  });
  if (sentTo) {
    return (
      <AuthFrame title={t`Look into your mailbox`}>
        <Stack gap="sm">
          <Alert color="teal" role="status">
            <Trans>
              If <bdi>{sentTo}</bdi> has an account here, a link to choose a new password is on its way.
            </Trans>
          </Alert>
          <Text size="sm">
            <Trans>Nothing there after a few minutes? Look among the spam, or try another address of yours.</Trans>
          </Text>
          <LinkButton to="/sign-in" variant="default">
            <Trans>Back to sign-in</Trans>
          </LinkButton>
        </Stack>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title={t`Forgotten your password?`}
      foot={
        <Link to="/sign-in" underline="always">
          <Trans>Back to sign-in</Trans>
        </Link>
      }
    >
      <FormAlert messages={messages} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            <Trans>Enter your e-mail address, and you get a link to choose a new one.</Trans>
          </Text>
          <TextField
            control={form.control}
            name="email"
            type="email"
            autoComplete="username"
            label={t`E-mail`}
            autoFocus
          />
          <Button type="submit" loading={sending} fullWidth mt="xs">
            <Trans>Send the link</Trans>
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
