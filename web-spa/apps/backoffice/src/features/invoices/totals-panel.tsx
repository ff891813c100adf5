import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Totals } from '@portico/api/office';
import { useFormat } from '@portico/i18n';
import { Money } from '@portico/ui';
import { memo, type ReactNode } from 'react';
import { type Control, type UseFormReturn, useWatch } from 'react-hook-form';
import { explain, problemOf } from '../../app/problem';
import { DecimalField } from '../../form/decimal-field';
import { CheckField, SelectField, TextField } from '../../form/fields';
import { DiscountInput } from './discount-input';
import type { TaxOption } from './invoice.query';
import type { InvoiceValues } from './invoice-values';
import classes from './totals-panel.module.css';

interface TotalsPanelProps {
  form: UseFormReturn<InvoiceValues>;
  taxes: TaxOption[];
  totals?: Totals;
  fresh: boolean;
  error: unknown;
}

/** What is charged beside the lines, each with what the server makes of it. */
export const TotalsPanel = memo(function TotalsPanel({
  form: { control },
  taxes,
  totals,
  fresh,
  error,
}: TotalsPanelProps) {
  const { t } = useLingui();
  const format = useFormat();
  const currency = useWatch({ control, name: 'currency' });
  const amount = (value?: number) =>
    value === undefined ? '–' : <Money value={{ amount: value, currency: totals?.currency ?? currency }} />;
  const inclusive = useWatch({ control, name: 'prices_include_tax' });

  return (
    <section className={classes.panel} aria-label={t`Totals`} data-stale={!fresh || undefined} aria-busy={!fresh}>
      <div className={classes.row}>
        <span>
          <Trans>Subtotal</Trans>
        </span>
        <output>{amount(totals?.subtotal)}</output>
      </div>
      <DiscountRow control={control} currency={currency} value={amount(totals?.discount)} />
      <div className={classes.row}>
        <span className={classes.fields}>
          <DecimalField control={control} name="shipping" label={t`Shipping`} placeholder="0" w={90} />
          <SelectField
            control={control}
            name="shipping_tax_id"
            aria-label={t`Tax on shipping`}
            placeholder={t`No tax`}
            data={taxes}
            clearable
            allowDeselect
            w={150}
          />
        </span>
        <output>{amount(totals?.shipping)}</output>
      </div>
      {totals?.taxes.map((tax) => (
        <div key={`${tax.tax_id}${tax.rate}`} className={classes.row}>
          <span>
            {inclusive ? (
              <Trans>
                {tax.name} {format.percent(tax.rate)} (included)
              </Trans>
            ) : (
              <>
                {tax.name} {format.percent(tax.rate)}
              </>
            )}
          </span>
          <output>{amount(tax.amount)}</output>
        </div>
      ))}
      <div className={classes.row}>
        <span className={classes.fields}>
          <TextField control={control} name="adjustment_label" label={t`Adjustment`} placeholder={t`Reason`} w={130} />
          <DecimalField
            control={control}
            name="adjustment"
            aria-label={t`Amount of the adjustment`}
            placeholder="0"
            w={90}
          />
        </span>
        <output>{amount(totals?.adjustment)}</output>
      </div>
      <div className={classes.row}>
        <CheckField control={control} name="round_total" label={t`Round to a whole amount`} />
        <output>{totals && totals.rounding !== 0 ? amount(totals.rounding) : null}</output>
      </div>
      <div className={`${classes.row} ${classes.total}`}>
        <span>
          <Trans>Total</Trans>
        </span>
        <output aria-live="polite">{amount(totals?.total)}</output>
      </div>
      {error !== null && error !== undefined && (
        <Text size="xs" c="var(--portico-negative)" role="status" mt={4}>
          {problemOf(error).errors[0]?.detail ?? explain(error)}
        </Text>
      )}
    </section>
  );
});

function DiscountRow({
  control,
  currency,
  value,
}: {
  control: Control<InvoiceValues>;
  currency: string;
  value: ReactNode;
}) {
  const { t } = useLingui();
  return (
    <div className={classes.row}>
      <span className={classes.fields}>
        <span className={classes.labelled}>
          <span>
            <Trans>Discount</Trans>
          </span>
          <DiscountInput
            control={control}
            name="discount"
            kind="discount_kind"
            label={t`Discount on the whole`}
            currency={currency}
          />
        </span>
        <SelectField
          control={control}
          name="discount_timing"
          aria-label={t`When the discount is taken`}
          w={130}
          data={[
            { value: 'before_tax', label: t`before tax` },
            { value: 'after_tax', label: t`after tax` },
          ]}
        />
      </span>
      <output>{value}</output>
    </div>
  );
}
