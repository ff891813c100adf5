import {
  Checkbox,
  type CheckboxProps,
  PasswordInput,
  type PasswordInputProps,
  Select,
  type SelectProps,
  Switch,
  type SwitchProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

/** Inputs bound to a form: a label, a value, and the message of the rule or of the server beneath. */
export interface Bound<T extends FieldValues> {
  control: Control<T>;
  name: FieldPath<T>;
}

/** In a dialog: the field to begin with, whether it is there at once or comes when its data has arrived. */
const begins = (props: object) => ('data-autofocus' in props && props['data-autofocus'] ? { autoFocus: true } : {});

type Unbound<P> = Omit<P, 'name' | 'value' | 'defaultValue' | 'error' | 'form' | 'checked' | 'defaultChecked'>;

export function TextField<T extends FieldValues>({ control, name, ...rest }: Bound<T> & Unbound<TextInputProps>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <TextInput {...begins(rest)} {...rest} {...field} value={field.value ?? ''} error={fieldState.error?.message} />
  );
}

export function PasswordField<T extends FieldValues>({
  control,
  name,
  ...rest
}: Bound<T> & Unbound<PasswordInputProps>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <PasswordInput {...begins(rest)} {...rest} {...field} value={field.value ?? ''} error={fieldState.error?.message} />
  );
}

export function TextareaField<T extends FieldValues>({ control, name, ...rest }: Bound<T> & Unbound<TextareaProps>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={10}
      {...begins(rest)}
      {...rest}
      {...field}
      value={field.value ?? ''}
      error={fieldState.error?.message}
    />
  );
}

export function SelectField<T extends FieldValues>({
  control,
  name,
  onChange,
  ...rest
}: Bound<T> & Unbound<SelectProps>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Select
      allowDeselect={false}
      selectFirstOptionOnChange
      // Typing replaces what is chosen instead of continuing its name.
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.currentTarget.select()}
      {...rest}
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      value={field.value === '' ? null : (field.value ?? null)}
      onChange={(value, option) => {
        field.onChange(value ?? '');
        onChange?.(value, option);
      }}
      error={fieldState.error?.message}
    />
  );
}

export function CheckField<T extends FieldValues>({ control, name, ...rest }: Bound<T> & Unbound<CheckboxProps>) {
  const { field, fieldState } = useController({ control, name });
  const { value, ...bind } = field;
  return <Checkbox {...rest} {...bind} checked={Boolean(value)} error={fieldState.error?.message} />;
}

export function SwitchField<T extends FieldValues>({ control, name, ...rest }: Bound<T> & Unbound<SwitchProps>) {
  const { field, fieldState } = useController({ control, name });
  const { value, ...bind } = field;
  return <Switch {...rest} {...bind} checked={Boolean(value)} error={fieldState.error?.message} />;
}
