import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { requestPaymentLinkCode, verifyPaymentLink } from '@portico/api/portal';
import { fieldErrors, ProblemAlert } from '@portico/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Doorway } from '../../doorway/doorway';

interface LinkVerificationProps {
  token: string;
  onProof: (proof: string) => void;
}

/** A code goes to the customer's mailbox; until it is entered the page tells nothing. */
export function LinkVerification({ token, onProof }: LinkVerificationProps) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const path = { token };
  const send = useMutation({
    mutationFn: async () => (await requestPaymentLinkCode({ path })).data,
    onSuccess: () => {
      setCode('');
      verify.reset();
    },
  });
  const verify = useMutation({
    mutationFn: async () => (await verifyPaymentLink({ path, body: { code } })).data,
    onSuccess: ({ proof }) => onProof(proof),
  });
  const wrong = fieldErrors(verify.error).code !== undefined;
  const over = isProblem(verify.error, 'link_expired');
  const words = wrong
    ? t`This code is wrong. Check the newest mail.`
    : over
      ? t`This code works no longer. Have a new one sent.`
      : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (code.length === 6) verify.mutate();
  }

  return (
    <Doorway
      title={t`Is it you?`}
      intro={<Trans>Before this page shows anything, we send a code to the address that we know of you.</Trans>}
    >
      {send.data ? (
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text role="status">
              <Trans>
                A code is on its way to <bdi>{send.data.sent_to}</bdi>. It works for {send.data.minutes} minutes.
              </Trans>
            </Text>
            <TextInput
              label={t`Code from the mail`}
              name="one-time-code"
              autoComplete="one-time-code"
              inputMode="numeric"
              dir="ltr"
              pattern="\d{6}"
              required
              withAsterisk={false}
              autoFocus
              value={code}
              error={words}
              onChange={(event) => setCode(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
            />
            {words ? null : <ProblemAlert error={verify.error} />}
            <Button type="submit" fullWidth loading={verify.isPending}>
              <Trans>Continue</Trans>
            </Button>
            <ProblemAlert error={send.error} />
            <Button variant="default" fullWidth loading={send.isPending} onClick={() => send.mutate()}>
              <Trans>Send a new code</Trans>
            </Button>
          </Stack>
        </form>
      ) : (
        <Stack gap="md">
          <ProblemAlert error={send.error} />
          <Button fullWidth loading={send.isPending} onClick={() => send.mutate()}>
            <Trans>Send me the code</Trans>
          </Button>
        </Stack>
      )}
    </Doorway>
  );
}
