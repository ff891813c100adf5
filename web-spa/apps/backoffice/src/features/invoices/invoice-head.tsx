import { useLingui } from '@lingui/react/macro';
import { Select, Text } from '@mantine/core';
import { getCustomer, type Organization } from '@portico/api/office';
import { AddressLines } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { memo, useMemo } from 'react';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { currencyOptions } from '../../app/countries';
import { DateField } from '../../form/date-field';
import { DecimalField } from '../../form/decimal-field';
import { SelectField, TextField } from '../../form/fields';
import { customerQuery } from '../customers/customer.query';
import { CustomerPicker } from '../customers/customer-picker';
import classes from './invoice-head.module.css';
import { CUSTOM_TERMS, type InvoiceValues } from './invoice-values';

const TERMS = [0, 7, 14, 15, 30, 45, 60, 90];

interface InvoiceHeadProps {
  form: UseFormReturn<InvoiceValues>;
  organization: Organization;
  isNew: boolean;
}

/** Who, when, under which number. */
export const InvoiceHead = memo(function InvoiceHead({ form, organization, isNew }: InvoiceHeadProps) {
  const { t, i18n } = useLingui();
  const { control, setValue } = form;
  const currencies = useMemo(() => currencyOptions(i18n.locale), [i18n.locale]);
  const [customerId, currency, terms] = useWatch({ control, name: ['customer_id', 'currency', 'terms_days'] });
  const customer = useQuery({ ...customerQuery(customerId), enabled: customerId !== '' });
  const foreign = currency !== organization.base_currency;
  const days = [...new Set([...TERMS, ...(terms === CUSTOM_TERMS ? [] : [Number(terms)])])].sort((a, b) => a - b);

  const choose = async (id: string) => {
    setValue('customer_id', id, { shouldDirty: true, shouldValidate: true });
    if (id && isNew) {
      const { data } = await getCustomer({ path: { id }, throwOnError: true });
      setValue('currency', data.currency);
      if (terms !== CUSTOM_TERMS) {
        setValue('terms_days', String(data.payment_terms_days));
      }
    }
  };

  return (
    <div className={classes.head}>
      <div className={classes.customer}>
        <Controller
          control={control}
          name="customer_id"
          render={({ field, fieldState }) => (
            <CustomerPicker
              label={t`Customer`}
              withAsterisk
              autoFocus={isNew && !field.value}
              ref={field.ref}
              value={field.value || null}
              onChange={(picked) => void choose(picked?.id ?? '')}
              error={fieldState.error?.message}
            />
          )}
        />
        {customer.data && (
          <Text size="xs" c="dimmed" component="div" mt={6}>
            <AddressLines address={customer.data.billing_address} />
          </Text>
        )}
      </div>
      <DateField control={control} name="date" label={t`Invoice date`} />
      <SelectField
        control={control}
        name="terms_days"
        label={t`Terms`}
        data={[
          ...days.map((count) => ({ value: String(count), label: count === 0 ? t`Due on receipt` : t`${count} days` })),
          { value: CUSTOM_TERMS, label: t`Own due date` },
        ]}
      />
      <DateField
        control={control}
        name="due_date"
        label={t`Due date`}
        onChange={() => setValue('terms_days', CUSTOM_TERMS)}
      />
      <TextField
        control={control}
        name="number"
        label={t`Number`}
        placeholder={t`Given automatically`}
        autoComplete="off"
      />
      <TextField
        control={control}
        name="reference"
        label={t`Reference`}
        placeholder={t`Order number`}
        autoComplete="off"
      />
      <SelectField control={control} name="currency" label={t`Currency`} data={currencies} searchable />
      {foreign && (
        <DecimalField
          control={control}
          name="exchange_rate"
          label={t`Exchange rate to ${organization.base_currency}`}
          placeholder={t`Last used`}
        />
      )}
      <Controller
        control={control}
        name="prices_include_tax"
        render={({ field }) => (
          <Select
            label={t`Prices`}
            allowDeselect={false}
            value={field.value ? 'inclusive' : 'exclusive'}
            onChange={(value) => field.onChange(value === 'inclusive')}
            data={[
              { value: 'exclusive', label: t`without tax` },
              { value: 'inclusive', label: t`with tax included` },
            ]}
          />
        )}
      />
    </div>
  );
});
