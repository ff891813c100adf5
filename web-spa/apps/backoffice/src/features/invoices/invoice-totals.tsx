import { Trans } from '@lingui/react/macro';
import type { Invoice } from '@portico/api/office';
import { useFormat } from '@portico/i18n';
import { Money } from '@portico/ui';
import { Fragment, type ReactNode } from 'react';
import classes from './invoice-document.module.css';

/** From subtotal to what is still to pay; lines that are nil are left out. */
export function InvoiceTotals({ invoice }: { invoice: Invoice }) {
  const format = useFormat();
  const { totals, currency } = invoice;
  const row = (
    key: string,
    label: ReactNode,
    amount: number,
    options: { always?: boolean; strong?: boolean; minus?: boolean } = {},
  ) =>
    amount === 0 && !options.always ? null : (
      <Fragment key={key}>
        <dt data-strong={options.strong || undefined}>{label}</dt>
        <dd data-strong={options.strong || undefined}>
          {options.minus && '−'}
          <Money value={{ amount, currency }} />
        </dd>
      </Fragment>
    );
  return (
    <dl className={classes.totals}>
      {row('subtotal', <Trans>Subtotal</Trans>, totals.subtotal, { always: true })}
      {row('discount', <Trans>Discount</Trans>, totals.discount, { minus: true })}
      {row('shipping', <Trans>Shipping</Trans>, totals.shipping)}
      {totals.taxes.map((tax) =>
        row(
          `${tax.tax_id}${tax.rate}`,
          invoice.prices_include_tax ? (
            <Trans>
              {tax.name} {format.percent(tax.rate)} (included)
            </Trans>
          ) : (
            <bdi>{`${tax.name} ${format.percent(tax.rate)}`}</bdi>
          ),
          tax.amount,
          { always: true },
        ),
      )}
      {row('adjustment', invoice.adjustment?.label ?? <Trans>Adjustment</Trans>, totals.adjustment)}
      {row('rounding', <Trans>Rounding</Trans>, totals.rounding)}
      {row('total', <Trans>Total</Trans>, totals.total, { always: true, strong: true })}
      {row('paid', <Trans>Paid</Trans>, invoice.amount_paid.amount, { minus: true })}
      {row('credits', <Trans>Credits applied</Trans>, invoice.credits_applied.amount, { minus: true })}
      {row('balance', <Trans>Balance due</Trans>, invoice.balance.amount, { always: true, strong: true })}
    </dl>
  );
}
