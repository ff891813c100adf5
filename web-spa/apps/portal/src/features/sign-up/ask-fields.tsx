import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';

interface Names {
  first_name: string;
  last_name: string;
  company_name: string;
}

interface AskFieldsProps {
  values: Names;
  /** The server's words by field. */
  errors: Record<string, string>;
  onChange: (values: Names) => void;
}

/** Who asks. */
export function AskFields({ values, errors, onChange }: AskFieldsProps) {
  const { t } = useLingui();
  const fields = [
    { name: 'first_name', label: t`First name`, autoComplete: 'given-name', max: 100, required: true },
    { name: 'last_name', label: t`Last name`, autoComplete: 'family-name', max: 100, required: true },
    { name: 'company_name', label: t`Company (optional)`, autoComplete: 'organization', max: 200, required: false },
  ] as const;
  return fields.map(({ name, label, autoComplete, max, required }) => (
    <TextInput
      key={name}
      label={label}
      dir="auto"
      name={name}
      autoComplete={autoComplete}
      maxLength={max}
      required={required}
      withAsterisk={false}
      value={values[name]}
      error={errors[name]}
      onChange={(event) => onChange({ ...values, [name]: event.currentTarget.value })}
    />
  ));
}
