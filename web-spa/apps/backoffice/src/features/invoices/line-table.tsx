import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import type { LineTotals } from '@portico/api/office';
import { useCallback, useState } from 'react';
import { type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form';
import { IconPlus } from '../../shell/icons';
import type { TaxOption } from './invoice.query';
import { emptyLine, type InvoiceValues } from './invoice-values';
import { LineRow } from './line-row';
import classes from './line-table.module.css';

interface LineTableProps {
  form: UseFormReturn<InvoiceValues>;
  taxes: TaxOption[];
  totals: Map<number, LineTotals>;
}

/** The lines: Enter in a number adds one, Alt+arrows move one. */
export function LineTable({ form, taxes, totals }: LineTableProps) {
  const { control, setValue } = form;
  const { fields, append, remove, move } = useFieldArray({ control, name: 'lines' });
  const currency = useWatch({ control, name: 'currency' });
  const [added, setAdded] = useState<number | null>(null);
  const defaultTax = taxes.find((tax) => tax.isDefault)?.value;

  // Stable, so that a line is drawn again only when it changes itself.
  const count = fields.length;
  const add = useCallback(() => {
    setAdded(count);
    append(emptyLine(defaultTax), { shouldFocus: false });
  }, [append, count, defaultTax]);
  const shift = useCallback(
    (at: number, step: 1 | -1) => {
      const to = at + step;
      if (to >= 0 && to < count) {
        move(at, to);
      }
    },
    [move, count],
  );

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
          onRemove={count > 1 ? remove : undefined}
          onMove={shift}
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
