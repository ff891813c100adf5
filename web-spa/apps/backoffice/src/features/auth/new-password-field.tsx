import { useLingui } from '@lingui/react/macro';
import { Progress, Text } from '@mantine/core';
import { type FieldValues, useWatch } from 'react-hook-form';
import { type Bound, PasswordField } from '../../form/fields';
import { passwordStrength } from './password-strength';

const COLOURS = ['red', 'red', 'orange', 'teal', 'teal'];

/** A new password with a hint of how good it is. */
export function NewPasswordField<T extends FieldValues>({
  control,
  name,
  label,
  about,
}: Bound<T> & { label: string; about?: readonly string[] }) {
  const { t } = useLingui();
  const password: string = useWatch({ control, name }) ?? '';
  const strength = passwordStrength(password, about);
  const words = [t`Too weak`, t`Too weak`, t`Could be better`, t`Good`, t`Very good`];
  return (
    <div>
      <PasswordField
        control={control}
        name={name}
        label={label}
        autoComplete="new-password"
        description={t`At least 8 characters; a few unrelated words are best.`}
      />
      {password !== '' && (
        <div aria-live="polite">
          <Progress
            value={Math.max(strength, 0.4) * 25}
            color={COLOURS[strength]}
            size={4}
            mt={6}
            aria-label={t`Password strength`}
          />
          <Text size="xs" c="dimmed" mt={2}>
            {words[strength]}
          </Text>
        </div>
      )}
    </div>
  );
}
