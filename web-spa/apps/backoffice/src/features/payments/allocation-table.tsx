import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import type { InvoiceSummary } from '@portico/api/office';
import { minorToDecimal } from '@portico/i18n';
import { Day, DocumentNumber, InvoiceStatus, Money } from '@portico/ui';
import { useEffect } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { DecimalField } from '../../form/decimal-field';
import { type PaymentValues, spread } from './payment-values';
import classes from './record-payment.module.css';

interface AllocationTableProps {
  form: UseFormReturn<PaymentValues>;
  invoices: InvoiceSummary[];
}

/** Which invoices the money pays. Until somebody types the amount received, it follows what is filled in here. */
export function AllocationTable({ form, invoices }: AllocationTableProps) {
  const { t } = useLingui();
  const { control, setValue } = form;
  const [allocations, amount, currency] = useWatch({ control, name: ['allocations', 'amount', 'currency'] });
  const { allocated, left } = spread({ allocations, amount, currency });
  const amountTyped = form.formState.dirtyFields.amount === true;

  useEffect(() => {
    if (!amountTyped) {
      form.resetField('amount', {
        defaultValue: allocated === 0 ? '' : minorToDecimal(allocated, currency),
        keepError: false,
      });
    }
  }, [form, amountTyped, allocated, currency]);

  if (invoices.length === 0) {
    return (
      <Text size="sm" c="dimmed" my="md">
        <Trans>This customer has no open invoice in {currency}. What you record becomes credit.</Trans>
      </Text>
    );
  }
  return (
    <>
      <table className={classes.table} aria-label={t`Open invoices`}>
        <thead>
          <tr>
            <th>
              <Trans>Invoice</Trans>
            </th>
            <th data-part="due">
              <Trans>Due</Trans>
            </th>
            <th data-end>
              <Trans>Balance</Trans>
            </th>
            <th data-end>
              <Trans>Tax withheld</Trans>
            </th>
            <th data-end>
              <Trans>Payment</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {invoices.map((invoice, at) => {
            const number = invoice.number ?? '';
            return (
              <tr key={invoice.id}>
                <td>
                  <DocumentNumber>{number}</DocumentNumber> <InvoiceStatus status={invoice.status} audience="staff" />
                </td>
                <td data-part="due">
                  <Day value={invoice.due_date} />
                </td>
                <td data-end>
                  <Money value={invoice.balance} />
                </td>
                <td data-end>
                  <span className={classes.caption} aria-hidden="true">
                    <Trans>Tax withheld</Trans>
                  </span>
                  <DecimalField
                    control={control}
                    name={`allocations.${at}.tax_withheld`}
                    aria-label={t`Tax withheld for ${number}`}
                    placeholder="0"
                  />
                </td>
                <td data-end>
                  <span className={classes.caption} aria-hidden="true">
                    <Trans>Payment</Trans>
                  </span>
                  <div className={classes.pay}>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() =>
                        setValue(
                          `allocations.${at}.amount`,
                          minorToDecimal(invoice.balance.amount, invoice.balance.currency),
                          { shouldDirty: true },
                        )
                      }
                    >
                      <Trans>In full</Trans>
                    </Button>
                    <DecimalField
                      control={control}
                      name={`allocations.${at}.amount`}
                      aria-label={t`Payment for ${number}`}
                      placeholder="0"
                    />
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl className={classes.sums} aria-live="polite">
        <dt>
          <Trans>For invoices</Trans>
        </dt>
        <dd>
          <Money value={{ amount: allocated, currency }} />
        </dd>
        {left > 0 && (
          <>
            <dt>
              <Trans>Left over, becomes the customer's credit</Trans>
            </dt>
            <dd>
              <Money value={{ amount: left, currency }} />
            </dd>
          </>
        )}
        {left < 0 && (
          <>
            <dt className={classes.short}>
              <Trans>More than was received</Trans>
            </dt>
            <dd className={classes.short}>
              <Money value={{ amount: -left, currency }} />
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
