import { Trans, useLingui } from '@lingui/react/macro';
import type { PortalInvoice, PortalInvoiceLine } from '@portico/api/portal';
import { useFormat } from '@portico/i18n';
import { Money } from '@portico/ui';
import classes from './invoice-lines.module.css';

/** The lines: one table whose rows fold into cards on a phone. */
export function InvoiceLines({ invoice }: { invoice: PortalInvoice }) {
  const { t } = useLingui();
  const currency = invoice.total.currency;
  return (
    // The roles are spelled out because `display: block` on phones takes them away.
    <table className={classes.lines} role="table" aria-label={t`Lines`}>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <Trans>Description</Trans>
          </th>
          <th scope="col" role="columnheader" data-end>
            <Trans>Quantity</Trans>
          </th>
          <th scope="col" role="columnheader" data-end>
            <Trans>Price</Trans>
          </th>
          <th scope="col" role="columnheader" data-end>
            <Trans>Amount</Trans>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {invoice.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id here and never move
          <Line key={index} line={line} currency={currency} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, currency }: { line: PortalInvoiceLine; currency: string }) {
  const format = useFormat();
  return (
    <tr role="row">
      <td role="cell" className={classes.what}>
        <bdi className={classes.name}>{line.name}</bdi>
        {line.description ? (
          <span className={classes.description}>
            <bdi>{line.description}</bdi>
          </span>
        ) : null}
        <LineExtras line={line} currency={currency} />
      </td>
      <td role="cell" data-end className={classes.quantity}>
        <bdi>
          {format.decimal(line.quantity)}
          {line.unit ? ` ${line.unit}` : null}
        </bdi>
        <span className={classes.times} aria-hidden="true">
          {' × '}
        </span>
      </td>
      <td role="cell" data-end className={classes.rate}>
        <bdi>{format.rate(line.rate, currency)}</bdi>
      </td>
      <td role="cell" data-end className={classes.amount}>
        <Money value={{ amount: line.amount, currency }} />
      </td>
    </tr>
  );
}

function LineExtras({ line, currency }: { line: PortalInvoiceLine; currency: string }) {
  const format = useFormat();
  const { discount, tax_name: tax } = line;
  if (!discount && !tax) return null;
  const off = discount
    ? discount.percent !== undefined
      ? format.percent(discount.percent)
      : format.money({ amount: discount.amount ?? 0, currency })
    : null;
  return (
    <span className={classes.extras}>
      {off ? (
        <span>
          <Trans>
            Discount <bdi>{off}</bdi>
          </Trans>
        </span>
      ) : null}
      {tax ? <bdi>{tax}</bdi> : null}
    </span>
  );
}
