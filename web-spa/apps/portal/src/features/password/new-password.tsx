import { Trans, useLingui } from '@lingui/react/macro';
import { PasswordInput } from '@mantine/core';
import { useId } from 'react';
import classes from './new-password.module.css';
import { type Strength, strengthOf } from './strength';

interface NewPasswordProps {
  label: string;
  value: string;
  error?: string;
  onChange: (value: string) => void;
}

/** A password being chosen: what makes a good one, and how this one does. */
export function NewPassword({ label, value, error, onChange }: NewPasswordProps) {
  const { t } = useLingui();
  const id = useId();
  const strength = value ? strengthOf(value) : null;
  return (
    <div>
      <PasswordInput
        label={label}
        name="new-password"
        autoComplete="new-password"
        required
        withAsterisk={false}
        minLength={8}
        maxLength={128}
        value={value}
        error={error}
        aria-describedby={id}
        visibilityToggleButtonProps={{ 'aria-label': t`Show password` }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={id} className={classes.hint}>
        <div className={classes.meter} data-strength={strength ?? undefined} aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
        <span aria-live="polite">
          {strength ? (
            <StrengthText strength={strength} />
          ) : (
            <Trans>At least 8 characters. Three or four unrelated words are easy to keep and hard to guess.</Trans>
          )}
        </span>
      </div>
    </div>
  );
}

function StrengthText({ strength }: { strength: Strength }) {
  switch (strength) {
    case 'short':
      return <Trans>Too short: at least 8 characters.</Trans>;
    case 'weak':
      return <Trans>Easy to guess. Add another word or two.</Trans>;
    case 'fair':
      return <Trans>Fair. Longer is stronger.</Trans>;
    default:
      return <Trans>Strong.</Trans>;
  }
}
