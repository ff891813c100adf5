import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Select, Textarea } from '@mantine/core';
import type { LineTotals } from '@portico/api/office';
import { Money } from '@portico/ui';
import { memo } from 'react';
import { type Control, Controller, type UseFormSetValue } from 'react-hook-form';
import { DecimalField } from '../../form/decimal-field';
import { TextField } from '../../form/fields';
import { IconTrash } from '../../shell/icons';
import { DiscountInput } from './discount-input';
import type { TaxOption } from './invoice.query';
import type { InvoiceValues } from './invoice-values';
import { ItemPicker } from './item-picker';
import classes from './line-table.module.css';

interface LineRowProps {
  at: number;
  control: Control<InvoiceValues>;
  setValue: UseFormSetValue<InvoiceValues>;
  taxes: TaxOption[];
  currency: string;
  total?: LineTotals;
  onRemove?: (at: number) => void;
  onMove: (at: number, step: 1 | -1) => void;
  onEnterAtEnd: () => void;
  autoFocus?: boolean;
}

export const LineRow = memo(function LineRow({
  at,
  control,
  setValue,
  taxes,
  currency,
  total,
  onRemove,
  onMove,
  onEnterAtEnd,
  autoFocus,
}: LineRowProps) {
  const { t } = useLingui();
  const name = <F extends string>(field: F) => `lines.${at}.${field}` as const;
  const position = at + 1;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of fields, one group per line
    <div
      role="group"
      aria-label={t`Line ${position}`}
      className={classes.row}
      onKeyDown={(event) => {
        if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
          event.preventDefault();
          onMove(at, event.key === 'ArrowUp' ? -1 : 1);
        }
        const target = event.target;
        if (
          event.key === 'Enter' &&
          !event.ctrlKey &&
          !event.metaKey &&
          target instanceof HTMLInputElement &&
          target.dataset.numeric
        ) {
          event.preventDefault();
          onEnterAtEnd();
        }
      }}
    >
      <div className={classes.what}>
        <Controller
          control={control}
          name={name('name')}
          render={({ field, fieldState }) => (
            <ItemPicker
              value={field.value}
              error={fieldState.error?.message}
              autoFocus={autoFocus}
              onChange={(text) => {
                field.onChange(text);
                setValue(name('item_id'), '');
              }}
              onPick={(item) => {
                const change = { shouldDirty: true, shouldValidate: false };
                field.onChange(item.name);
                setValue(name('item_id'), item.id, change);
                setValue(name('description'), item.description ?? '', change);
                setValue(name('unit'), item.unit ?? '', change);
                setValue(name('rate'), item.rate, change);
                if (item.tax_id) {
                  setValue(name('tax_id'), item.tax_id, change);
                }
              }}
            />
          )}
        />
        <Controller
          control={control}
          name={name('description')}
          render={({ field, fieldState }) => (
            <Textarea
              {...field}
              variant="unstyled"
              autosize
              minRows={1}
              maxRows={8}
              classNames={{ input: classes.description }}
              aria-label={t`Description`}
              placeholder={t`Description`}
              error={fieldState.error?.message}
            />
          )}
        />
      </div>
      <div data-cell="quantity">
        <DecimalField control={control} name={name('quantity')} aria-label={t`Quantity`} />
      </div>
      <div data-cell="unit">
        <TextField control={control} name={name('unit')} aria-label={t`Unit`} placeholder={t`Unit`} />
      </div>
      <div data-cell="rate">
        <DecimalField control={control} name={name('rate')} aria-label={t`Rate`} placeholder="0" />
      </div>
      <div data-cell="discount">
        <DiscountInput
          control={control}
          name={name('discount')}
          kind={name('discount_kind')}
          label={t`Discount`}
          currency={currency}
        />
      </div>
      <div data-cell="tax">
        <Controller
          control={control}
          name={name('tax_id')}
          render={({ field, fieldState }) => (
            <Select
              ref={field.ref}
              aria-label={t`Tax`}
              placeholder={t`No tax`}
              clearable
              data={taxes}
              value={field.value || null}
              onChange={(value) => field.onChange(value ?? '')}
              error={fieldState.error?.message}
              comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
            />
          )}
        />
      </div>
      <div className={classes.amount}>{total ? <Money value={{ amount: total.amount, currency }} /> : '–'}</div>
      <ActionIcon
        className={classes.remove}
        variant="subtle"
        color="gray"
        aria-label={t`Remove line ${position}`}
        disabled={!onRemove}
        onClick={() => onRemove?.(at)}
      >
        <IconTrash />
      </ActionIcon>
    </div>
  );
});
