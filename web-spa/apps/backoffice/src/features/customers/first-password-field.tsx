import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FieldPathValue, type FieldValues, type UseFormReturn, useController } from 'react-hook-form';
import { type Bound, TextField } from '../../form/fields';
import { generatePassword } from './generate-password';

interface FirstPasswordFieldProps<T extends FieldValues> {
  form: UseFormReturn<T>;
  name: Bound<T>['name'];
  description: string;
}

/** A password for somebody else's first sign-in: in plain sight, since it is going to be mailed anyway. */
export function FirstPasswordField<T extends FieldValues>({ form, name, description }: FirstPasswordFieldProps<T>) {
  const { t } = useLingui();
  const { field } = useController({ control: form.control, name });
  return (
    <div>
      <TextField
        control={form.control}
        name={name}
        label={t`First password`}
        description={description}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        maxLength={128}
      />
      <Button
        mt={6}
        size="compact-sm"
        variant="default"
        onClick={() => {
          form.clearErrors(name);
          field.onChange(generatePassword() as FieldPathValue<T, typeof name>);
        }}
      >
        <Trans>Generate one</Trans>
      </Button>
    </div>
  );
}
