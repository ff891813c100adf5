import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import type { Control, FieldPath } from 'react-hook-form';
import { Controller } from 'react-hook-form';
import { DecimalField } from '../../form/decimal-field';
import classes from './discount-input.module.css';
import type { InvoiceValues } from './invoice-values';

interface DiscountInputProps {
  control: Control<InvoiceValues>;
  name: FieldPath<InvoiceValues>;
  kind: 'discount_kind' | `lines.${number}.discount_kind`;
  label: string;
  currency: string;
}

/** A percentage or an amount in the invoice's currency. */
export function DiscountInput({ control, name, kind, label, currency }: DiscountInputProps) {
  const { t } = useLingui();
  return (
    <div className={classes.pair}>
      <DecimalField control={control} name={name} aria-label={label} placeholder="0" />
      <Controller
        control={control}
        name={kind}
        render={({ field }) => (
          <NativeSelect
            {...field}
            aria-label={t`${label} in`}
            data={[
              { value: 'percent', label: '%' },
              { value: 'amount', label: currency },
            ]}
          />
        )}
      />
    </div>
  );
}
