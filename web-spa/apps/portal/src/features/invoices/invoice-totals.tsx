import { Trans } from '@lingui/react/macro';
import type { PortalInvoice } from '@portico/api/portal';
import { useFormat } from '@portico/i18n';
import { Money } from '@portico/ui';
import type { ReactNode } from 'react';
import classes from './invoice-totals.module.css';

/** How the total comes about and what is left of it. Parts that are zero are left out. */
export function InvoiceTotals({ invoice }: { invoice: PortalInvoice }) {
  const format = useFormat();
  const { totals, total, amount_paid: paid, balance, adjustment } = invoice;
  const money = (amount: number) => <Money value={{ amount, currency: total.currency }} />;
  const rest = invoice.credits_applied.amount;
  return (
    <dl className={classes.totals} data-keep-together>
      <Row label={<Trans>Subtotal</Trans>}>{money(totals.subtotal)}</Row>
      {totals.discount ? <Row label={<Trans>Discount</Trans>}>{money(-Math.abs(totals.discount))}</Row> : null}
      {totals.shipping ? <Row label={<Trans>Shipping</Trans>}>{money(totals.shipping)}</Row> : null}
      {totals.taxes.map((tax) => (
        <Row
          key={tax.tax_id}
          label={<TaxName name={tax.name} rate={format.percent(tax.rate)} included={invoice.prices_include_tax} />}
        >
          {money(tax.amount)}
        </Row>
      ))}
      {totals.adjustment ? (
        <Row label={adjustment?.label ? <bdi>{adjustment.label}</bdi> : <Trans>Adjustment</Trans>}>
          {money(totals.adjustment)}
        </Row>
      ) : null}
      {totals.rounding ? <Row label={<Trans>Rounding</Trans>}>{money(totals.rounding)}</Row> : null}
      <Row label={<Trans>Total</Trans>} strong>
        {money(total.amount)}
      </Row>
      {paid.amount > 0 ? <Row label={<Trans>Paid</Trans>}>{money(-paid.amount)}</Row> : null}
      {rest > 0 ? <Row label={<Trans>Credits applied</Trans>}>{money(-rest)}</Row> : null}
      {paid.amount > 0 || rest > 0 ? (
        <Row label={<Trans>Amount due</Trans>} strong>
          {money(balance.amount)}
        </Row>
      ) : null}
    </dl>
  );
}

function Row({ label, strong = false, children }: { label: ReactNode; strong?: boolean; children: ReactNode }) {
  return (
    <div className={classes.row} data-strong={strong || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TaxName({ name, rate, included }: { name: string; rate: string; included: boolean }) {
  const tax = (
    <bdi>
      {name} ({rate})
    </bdi>
  );
  return included ? (
    <>
      {tax} · <Trans>included</Trans>
    </>
  ) : (
    tax
  );
}
