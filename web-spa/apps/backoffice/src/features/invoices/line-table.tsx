import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import type { TotalsLine } from '@portico/api/office';
import { useState } from 'react';
import { useFieldArray, type UseFormReturn, useWatch } from 'react-hook-form';
import { IconPlus } from '../../shell/icons';
import type { TaxOption } from './invoice.query';
import { emptyLine, type InvoiceValues } from './invoice-values';
import { LineRow } from './line-row';
import classes from './line-table.module.css';

interface LineTableProps {
  form: UseFormReturn<InvoiceValues>;
  taxes: TaxOption[];
  totals: Map<number, TotalsLine>;
}

/** The lines: Enter in a number adds one, Alt+arrows move one. */
export function LineTable({ form, taxes, totals }: LineTableProps) {
  const { control, setValue } = form;
  const { fields, append, remove, move } = useFieldArray({ control, name: 'lines' });
  const currency = useWatch({ control, name: 'currency' });
  const [added, setAdded] = useState<number | null>(null);
  const defaultTax = taxes.find((tax) => tax.isDefault)?.value;

  const add = () => {
    setAdded(fields.length);
    append(emptyLine(defaultTax), { shouldFocus: false });
  };
  const shift = (at: number, step: 1 | -1) => {
    const to = at + step;
    if (to >= 0 && to < fields.length) {
      move(at, to);
    }
  };

  return (
    <div className={classes.table}>
      <div className={classes.head} aria-hidden="true">
        <span>
          <Trans>Item or service</Trans>
        </span>
        <span data-end>
          <Trans>Quantity</Trans>
        </span>
        <span>
          <Trans>Unit</Trans>
        </span>
        <span data-end>
          <Trans>Rate</Trans>
        </span>
        <span>
          <Trans>Discount</Trans>
        </span>
        <span>
          <Trans>Tax</Trans>
        </span>
        <span data-end>
          <Trans>Amount</Trans>
        </span>
        <span />
      </div>
      {fields.map((field, at) => (
        <LineRow
          key={field.id}
          at={at}
          control={control}
          setValue={setValue}
          taxes={taxes}
          currency={currency}
          total={totals.get(at)}
          autoFocus={added === at}
          onRemove={fields.length > 1 ? () => remove(at) : undefined}
          onMove={(step) => shift(at, step)}
          onEnterAtEnd={add}
        />
      ))}
      <div className={classes.foot}>
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus />} onClick={add}>
          <Trans>Add line</Trans>
        </Button>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          <Trans>Enter in a number adds a line, Alt + ↑ ↓ moves it.</Trans>
        </Text>
      </div>
    </div>
  );
}
