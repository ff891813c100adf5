import { useLingui } from '@lingui/react/macro';
import { Checkbox, Group, MultiSelect, Stack } from '@mantine/core';
import type { Gateway } from '@portico/api/office';
import { useMemo } from 'react';
import { type Control, Controller, useWatch } from 'react-hook-form';
import { currencyOptions } from '../../../app/countries';
import { DecimalField } from '../../../form/decimal-field';
import type { GatewayValues } from './gateway-values';
import { methodName } from './gateway-words';

interface GatewayTermsProps {
  control: Control<GatewayValues>;
  gateway: Gateway;
  baseCurrency: string;
}

/** What is taken through a gateway: methods, currencies, least amounts, what verifies a card. */
export function GatewayTerms({ control, gateway, baseCurrency }: GatewayTermsProps) {
  const { t, i18n } = useLingui();
  const currencies = useMemo(() => currencyOptions(i18n.locale), [i18n.locale]);
  const [chosen, minimum] = useWatch({ control, name: ['currencies', 'minimum'] });
  // Where all are taken, every one with a least amount has it.
  const shown = chosen.length > 0 ? chosen : [...new Set([baseCurrency, ...Object.keys(minimum)])];
  const fields = { street: t`Street`, city: t`City`, zip: t`Postal code`, country: t`Country` };
  return (
    <Stack gap="sm">
      {gateway.available_methods.length > 1 && (
        <Checks
          control={control}
          name="methods"
          label={t`Methods`}
          options={gateway.available_methods.map((method) => [method, methodName(method)])}
        />
      )}
      <Controller
        control={control}
        name="currencies"
        render={({ field, fieldState }) => (
          <MultiSelect
            label={t`Currencies`}
            placeholder={chosen.length === 0 ? t`All that the gateway has` : undefined}
            data={currencies}
            searchable
            clearable
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
          />
        )}
      />
      {shown.map((currency) => (
        <DecimalField
          key={currency}
          control={control}
          name={`minimum.${currency}`}
          label={t`Least amount in ${currency}`}
          placeholder={t`The gateway’s own`}
        />
      ))}
      {gateway.available_methods.includes('card') && (
        <Checks
          control={control}
          name="verification_fields"
          label={t`The payer must give with a card`}
          options={Object.entries(fields)}
        />
      )}
    </Stack>
  );
}

interface ChecksProps {
  control: Control<GatewayValues>;
  name: 'methods' | 'verification_fields';
  label: string;
  options: [string, string][];
}

function Checks({ control, name, label, options }: ChecksProps) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Checkbox.Group label={label} value={field.value} onChange={field.onChange} error={fieldState.error?.message}>
          <Group mt={6}>
            {options.map(([value, text]) => (
              <Checkbox key={value} value={value} label={text} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    />
  );
}
