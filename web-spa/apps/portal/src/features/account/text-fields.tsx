import { TextInput } from '@mantine/core';

export interface TextFieldSpec<N extends string> {
  name: N;
  label: string;
  max: number;
  autoComplete: string;
  type?: 'tel' | 'url';
}

interface TextFieldsProps<N extends string> {
  fields: TextFieldSpec<N>[];
  values: Record<N, string>;
  /** The server's words by field. */
  errors: Record<string, string>;
  /** Where the fields stand in the body: "billing_address." */
  under?: string;
  onChange: (name: N, value: string) => void;
}

/** Text inputs of a form, with the server's words beneath each. */
export function TextFields<N extends string>({ fields, values, errors, under = '', onChange }: TextFieldsProps<N>) {
  return fields.map(({ name, label, max, autoComplete, type }) => (
    <TextInput
      key={name}
      label={label}
      type={type ?? 'text'}
      dir={type ? 'ltr' : 'auto'}
      name={under + name}
      autoComplete={autoComplete}
      maxLength={max}
      value={values[name]}
      error={errors[under + name]}
      onChange={(event) => onChange(name, event.currentTarget.value)}
    />
  ));
}

/** The values as the contract has them: nothing typed is null. */
export function orNull<N extends string>(values: Record<N, string>): Record<N, string | null> {
  const entries = Object.entries<string>(values).map(([name, value]) => [name, value.trim() || null]);
  return Object.fromEntries(entries) as Record<N, string | null>;
}
