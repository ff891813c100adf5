import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, TextInput } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { type ReactNode, useState } from 'react';
import classes from './code-field.module.css';

interface CodeFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** What went wrong with the request; only what concerns the code is shown here. */
  problem?: unknown;
  error?: ReactNode;
  /** A recovery code does as well. */
  recovery?: boolean;
  autoFocus?: boolean;
}

/** The code of an authenticator app; who lost the phone may give a recovery code instead. */
export function CodeField({ value, onChange, problem, error, recovery = true, autoFocus }: CodeFieldProps) {
  const { t } = useLingui();
  const [other, setOther] = useState(false);
  const wrong = isProblem(problem, 'mfa_invalid');
  const words = wrong
    ? other
      ? t`This recovery code is wrong or was used already.`
      : t`This code is wrong or was used already. Enter the next one.`
    : error;
  return (
    <div className={classes.code}>
      <TextInput
        label={other ? t`Recovery code` : t`Code from your authenticator app`}
        name="one-time-code"
        autoComplete={other ? 'off' : 'one-time-code'}
        inputMode={other ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        maxLength={20}
        required
        withAsterisk={false}
        autoFocus={autoFocus}
        value={value}
        error={words}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {recovery ? (
        <Anchor
          component="button"
          type="button"
          size="sm"
          underline="always"
          onClick={() => {
            setOther(!other);
            onChange('');
          }}
        >
          {other ? <Trans>Use the authenticator app</Trans> : <Trans>Use a recovery code instead</Trans>}
        </Anchor>
      ) : null}
    </div>
  );
}
