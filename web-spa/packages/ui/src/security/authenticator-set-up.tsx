import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CopyButton, Group, Stack } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CodeField } from '../code-field';
import { fieldErrors } from '../field-errors';
import { CopyIcon } from '../icons';
import { ProblemAlert } from '../problem-alert';
import type { AccountApi } from './account-api';
import { PasswordStep } from './password-step';
import { RecoveryCodes } from './recovery-codes';
import classes from './security.module.css';

interface AuthenticatorSetUpProps {
  api: AccountApi;
  email: string;
  /** It is in use, and the recovery codes are kept. */
  onDone: () => void;
  onCancel?: () => void;
}

/** Password, then the secret goes into the app, then a code proves that, then the recovery codes. */
export function AuthenticatorSetUp({ api, email, onDone, onCancel }: AuthenticatorSetUpProps) {
  const begin = useMutation({ mutationFn: api.begin });
  const confirm = useMutation({ mutationFn: api.confirm });

  if (confirm.data) return <RecoveryCodes codes={confirm.data} email={email} fresh onKept={onDone} />;
  if (!begin.data) {
    return (
      <PasswordStep
        email={email}
        submit={<Trans>Continue</Trans>}
        busy={begin.isPending}
        error={begin.error}
        onSubmit={(password) => begin.mutate(password)}
        onCancel={onCancel}
      >
        <Trans>
          You need an authenticator app on your phone, such as Google Authenticator, Microsoft Authenticator or a
          password manager that shows codes. First confirm that it is you.
        </Trans>
      </PasswordStep>
    );
  }
  return (
    <Secret
      {...begin.data}
      busy={confirm.isPending}
      error={confirm.error}
      onCode={(code) => confirm.mutate(code)}
      onCancel={onCancel}
    />
  );
}

interface SecretProps {
  secret: string;
  otpauth_url: string;
  qr_svg: string;
  busy: boolean;
  error: unknown;
  onCode: (code: string) => void;
  onCancel?: () => void;
}

function Secret({ secret, otpauth_url, qr_svg, busy, error, onCode, onCancel }: SecretProps) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const refused = fieldErrors(error);
  const shown = isProblem(error, 'mfa_invalid') || Object.keys(refused).length > 0;

  function send(event: FormEvent) {
    event.preventDefault();
    onCode(code.trim());
  }

  return (
    <form onSubmit={send}>
      <Stack gap="md">
        <ol className={classes.steps}>
          <li>
            <p>
              <Trans>Scan this picture with your authenticator app.</Trans>
            </p>
            <img
              className={classes.qr}
              src={`data:image/svg+xml,${encodeURIComponent(qr_svg)}`}
              width={200}
              height={200}
              alt={t`QR code for your authenticator app. The key below is the same, to type in.`}
            />
            <p className={classes.hint}>
              <Trans>
                Is the app on this device? <a href={otpauth_url}>Open it</a>, or type in this key:
              </Trans>
            </p>
            <div className={classes.secret}>
              <code dir="ltr" className={classes.key}>
                {secret.replace(/(.{4})(?=.)/g, '$1 ')}
              </code>
              <CopyButton value={secret}>
                {({ copied, copy }) => (
                  <Button variant="default" size="xs" leftSection={<CopyIcon width={16} />} onClick={copy}>
                    {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
                  </Button>
                )}
              </CopyButton>
            </div>
          </li>
          <li>
            <p>
              <Trans>Enter the six digits that the app shows.</Trans>
            </p>
            <CodeField value={code} problem={error} error={refused.code} recovery={false} onChange={setCode} />
          </li>
        </ol>
        {shown ? null : <ProblemAlert error={error} />}
        <Group gap="xs">
          <Button type="submit" loading={busy}>
            <Trans>Turn on</Trans>
          </Button>
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              <Trans>Cancel</Trans>
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}
