import { useLingui } from '@lingui/react/macro';
import { Fieldset, NativeSelect, Stack } from '@mantine/core';
import type { Address } from '@portico/api/portal';
import type { ReactNode } from 'react';
import { useCountries } from '../document/countries';
import { type TextFieldSpec, TextFields } from './text-fields';

type Name = 'attention' | 'street' | 'street2' | 'zip' | 'city' | 'state' | 'country';
export type AddressValues = Record<Name, string>;

export const readAddress = (address: Address): AddressValues => ({
  attention: address.attention ?? '',
  street: address.street ?? '',
  street2: address.street2 ?? '',
  zip: address.zip ?? '',
  city: address.city ?? '',
  state: address.state ?? '',
  country: address.country ?? '',
});

interface AddressFieldsetProps {
  title: ReactNode;
  /** "billing" and "shipping" are what browsers fill in by themselves. */
  kind: 'billing' | 'shipping';
  values: AddressValues;
  errors: Record<string, string>;
  onChange: (values: AddressValues) => void;
}

export function AddressFieldset({ title, kind, values, errors, onChange }: AddressFieldsetProps) {
  const { t } = useLingui();
  const countries = useCountries();
  const under = `${kind}_address.`;
  const fields: TextFieldSpec<Name>[] = [
    { name: 'attention', label: t`Attention`, max: 100, autoComplete: `${kind} name` },
    { name: 'street', label: t`Street`, max: 500, autoComplete: `${kind} address-line1` },
    { name: 'street2', label: t`Address line 2`, max: 255, autoComplete: `${kind} address-line2` },
    { name: 'zip', label: t`Postal code`, max: 50, autoComplete: `${kind} postal-code` },
    { name: 'city', label: t`City`, max: 100, autoComplete: `${kind} address-level2` },
    { name: 'state', label: t`State or region`, max: 100, autoComplete: `${kind} address-level1` },
  ];
  return (
    <Fieldset legend={title}>
      <Stack gap="md">
        <TextFields
          fields={fields}
          values={values}
          errors={errors}
          under={under}
          onChange={(name, value) => onChange({ ...values, [name]: value })}
        />
        <NativeSelect
          label={t`Country`}
          name={`${under}country`}
          autoComplete={`${kind} country`}
          data={[{ value: '', label: '' }, ...countries]}
          value={values.country}
          error={errors[`${under}country`]}
          onChange={(event) => onChange({ ...values, country: event.currentTarget.value })}
        />
      </Stack>
    </Fieldset>
  );
}
