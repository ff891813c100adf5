import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { parseDecimal, showDecimal } from './decimal';
import type { Bound } from './fields';

export type DecimalInputProps = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** A plain decimal ("1234.5"), or whatever was typed while it is no number yet. */
  value: string;
  onChange: (value: string) => void;
};

/** A number typed the way the reader's language writes it; the value outside is always a plain decimal string. */
export function DecimalInput({ value, onChange, onBlur, onFocus, ...rest }: DecimalInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      data-numeric
      value={typed ?? showDecimal(value)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(text.trim() === '' ? '' : (parseDecimal(text) ?? text));
      }}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}

export function DecimalField<T extends FieldValues>({
  control,
  name,
  ...rest
}: Bound<T> & Omit<DecimalInputProps, 'value' | 'onChange' | 'name' | 'error' | 'form'>) {
  const { field, fieldState } = useController({ control, name });
  return <DecimalInput {...rest} {...field} value={field.value ?? ''} error={fieldState.error?.message} />;
}
