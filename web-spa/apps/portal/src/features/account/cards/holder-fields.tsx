import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import type { Address } from '@portico/api/portal';
import { useCountries } from '../../document/countries';
import { type TextFieldSpec, TextFields } from '../text-fields';

type Name = 'street' | 'zip' | 'city' | 'country';
export type HolderValues = Record<Name, string>;

export const readHolder = (address: Address | null): HolderValues => ({
  street: address?.street ?? '',
  zip: address?.zip ?? '',
  city: address?.city ?? '',
  country: address?.country ?? '',
});

interface HolderFieldsProps {
  values: HolderValues;
  errors: Record<string, string>;
  onChange: (values: HolderValues) => void;
}

/** Where the holder gets the bills; banks compare it. */
export function HolderFields({ values, errors, onChange }: HolderFieldsProps) {
  const { t } = useLingui();
  const countries = useCountries();
  const fields: TextFieldSpec<Name>[] = [
    { name: 'street', label: t`Street`, max: 500, autoComplete: 'billing address-line1' },
    { name: 'zip', label: t`Postal code`, max: 50, autoComplete: 'billing postal-code' },
    { name: 'city', label: t`City`, max: 100, autoComplete: 'billing address-level2' },
  ];
  return (
    <>
      <TextFields
        fields={fields}
        values={values}
        errors={errors}
        under="address."
        onChange={(name, value) => onChange({ ...values, [name]: value })}
      />
      <NativeSelect
        label={t`Country`}
        name="address.country"
        autoComplete="billing country"
        data={[{ value: '', label: '' }, ...countries]}
        value={values.country}
        error={errors['address.country']}
        onChange={(event) => onChange({ ...values, country: event.currentTarget.value })}
      />
    </>
  );
}
