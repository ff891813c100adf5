import { DateInput, type DateInputProps } from '@mantine/dates';
import { type FieldValues, useController } from 'react-hook-form';
import { useDateFormat } from '../app/date-format';
import type { Bound } from './fields';

/** A calendar day as YYYY-MM-DD, shown in the organization's format. */
export function DateField<T extends FieldValues>({
  control,
  name,
  onChange,
  ...rest
}: Bound<T> & Omit<DateInputProps, 'name' | 'value' | 'error' | 'form'>) {
  const { field, fieldState } = useController({ control, name });
  const format = useDateFormat();
  return (
    <DateInput
      valueFormat={format}
      {...rest}
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      value={field.value || null}
      onChange={(value) => {
        field.onChange(value ?? '');
        onChange?.(value);
      }}
      error={fieldState.error?.message}
    />
  );
}
