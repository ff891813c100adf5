import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import type { PortalSignUpLink } from '@portico/api/portal';
import { askForPortalAccessMutation } from '@portico/api/portal/query';
import { CheckIcon, EmptyState, fieldErrors, ProblemAlert } from '@portico/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Doorway } from '../doorway/doorway';
import { AskFields } from './ask-fields';
import { isOver, SignUpOver } from './sign-up-problem';

interface AskProps {
  portal: string;
  token: string;
  link: PortalSignUpLink;
}

/** Whom nobody knows yet says who they are; staff decide. */
export function Ask({ portal, token, link }: AskProps) {
  const { t } = useLingui();
  const [values, setValues] = useState({ first_name: link.first_name, last_name: '', company_name: '' });
  const [message, setMessage] = useState('');
  const ask = useMutation(askForPortalAccessMutation());
  const errors = fieldErrors(ask.error);
  if (isOver(ask.error)) return <SignUpOver error={ask.error} />;

  function submit(event: FormEvent) {
    event.preventDefault();
    const body = {
      first_name: values.first_name.trim(),
      last_name: values.last_name.trim(),
      company_name: values.company_name.trim() || null,
      message: message.trim() || null,
    };
    ask.mutate({ path: { portal_name: portal, token }, body });
  }

  if (ask.isSuccess) {
    return (
      <Doorway title={t`Thank you`}>
        <div role="status">
          <EmptyState
            icon={<CheckIcon />}
            tone="positive"
            title={<Trans>{link.organization_name} will look at it</Trans>}
          >
            <Trans>
              You get an invitation by mail to <bdi>{link.email}</bdi>. You may close this page.
            </Trans>
          </EmptyState>
        </div>
      </Doorway>
    );
  }
  return (
    <Doorway
      title={t`Who are you?`}
      intro={
        <Trans>
          Your address is confirmed. Say who you are, and {link.organization_name} decides whether you get access.
        </Trans>
      }
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {Object.keys(errors).length > 0 ? null : <ProblemAlert error={ask.error} />}
          <TextInput label={t`E-mail`} type="email" dir="ltr" value={link.email} readOnly variant="filled" />
          <AskFields values={values} errors={errors} onChange={setValues} />
          <Textarea
            label={t`Message (optional)`}
            name="message"
            dir="auto"
            rows={4}
            maxLength={500}
            value={message}
            error={errors.message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <Button type="submit" fullWidth loading={ask.isPending}>
            <Trans>Ask for access</Trans>
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
}
