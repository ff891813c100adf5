import { Trans, useLingui } from '@lingui/react/macro';
import type { Discount, InvoiceLine } from '@portico/api/office';
import { useFormat } from '@portico/i18n';
import { Money } from '@portico/ui';
import classes from './invoice-document.module.css';

export function InvoiceLines({ lines, currency }: { lines: InvoiceLine[]; currency: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const discounted = lines.some((line) => line.discount);
  const discount = (value: Discount | null) =>
    value === null
      ? null
      : value.percent !== undefined
        ? format.percent(value.percent)
        : format.money({ amount: value.amount ?? 0, currency });
  return (
    <table className={classes.lines}>
      <thead>
        <tr>
          <th>
            <Trans>Item or service</Trans>
          </th>
          <th data-end>
            <Trans>Quantity</Trans>
          </th>
          <th data-end>
            <Trans>Rate</Trans>
          </th>
          {discounted && (
            <th data-end>
              <Trans>Discount</Trans>
            </th>
          )}
          <th>
            <Trans>Tax</Trans>
          </th>
          <th data-end>
            <Trans>Amount</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td data-part="what">
              {line.name}
              {line.description && <div className={classes.description}>{line.description}</div>}
            </td>
            <td data-end data-part="quantity">
              <bdi>
                {format.decimal(line.quantity)} {line.unit}
              </bdi>
            </td>
            <td data-end data-part="rate">
              <bdi>{format.rate(line.rate, currency)}</bdi>
            </td>
            {discounted && (
              <td data-end data-part="discount" data-label={t`Discount`}>
                {discount(line.discount)}
              </td>
            )}
            <td data-part="tax">{line.tax_name}</td>
            <td data-end data-part="amount">
              <Money value={{ amount: line.amount, currency }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
