import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Control, FieldValues, Path } from 'react-hook-form';
import { countryOptions } from '../../app/countries';
import { SelectField, TextField } from '../../form/fields';
import { FieldRow } from '../../form/form-section';

interface AddressFieldsProps<T extends FieldValues> {
  control: Control<T>;
  /** Where the address stands in the form, for example "billing_address". */
  under: string;
}

export function AddressFields<T extends FieldValues>({ control, under }: AddressFieldsProps<T>) {
  const { t, i18n } = useLingui();
  const countries = useMemo(() => countryOptions(i18n.locale), [i18n.locale]);
  const at = (field: string) => `${under}.${field}` as Path<T>;
  return (
    <>
      <TextField control={control} name={at('attention')} label={t`Attention`} autoComplete="off" />
      <TextField control={control} name={at('street')} label={t`Street`} autoComplete="off" />
      <TextField control={control} name={at('street2')} label={t`Address line 2`} autoComplete="off" />
      <FieldRow>
        <TextField control={control} name={at('zip')} label={t`Postal code`} autoComplete="off" />
        <TextField control={control} name={at('city')} label={t`City`} autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <TextField control={control} name={at('state')} label={t`State or region`} autoComplete="off" />
        <SelectField
          control={control}
          name={at('country')}
          label={t`Country`}
          data={countries}
          searchable
          clearable
          allowDeselect
        />
      </FieldRow>
    </>
  );
}
