import { Plural, Trans } from '@lingui/react/macro';
import type { Receivable } from '@portico/api/office';
import { BareLink, Money } from '@portico/ui';
import type { ReactNode } from 'react';
import classes from './home.module.css';

/** What is owed in one currency; each figure leads to the invoices behind it. */
export function Receivables({ row }: { row: Receivable }) {
  const { currency } = row;
  const money = (amount: number) => <Money value={{ amount, currency }} />;
  return (
    <div className={classes.figures}>
      <Figure
        status="unpaid"
        label={<Trans>Outstanding</Trans>}
        note={<Plural value={row.invoices_open} one="# open invoice" other="# open invoices" />}
      >
        {money(row.outstanding)}
      </Figure>
      <Figure
        status="overdue"
        alarm={row.overdue > 0}
        label={<Trans>Overdue</Trans>}
        note={<Plural value={row.invoices_overdue} one="# invoice" other="# invoices" />}
      >
        {money(row.overdue)}
      </Figure>
      <Figure status="draft" label={<Trans>Drafts</Trans>} note={<Trans>not sent yet</Trans>}>
        {money(row.draft)}
      </Figure>
      <BareLink to="/payments" className={classes.figure}>
        <span className={classes.label}>
          <Trans>Received</Trans>
        </span>
        <span className={classes.amount}>{money(row.received_30d)}</span>
        <span className={classes.note}>
          <Trans>in the last 30 days</Trans>
        </span>
      </BareLink>
    </div>
  );
}

function Figure({
  status,
  alarm,
  label,
  note,
  children,
}: {
  status: string;
  alarm?: boolean;
  label: ReactNode;
  note: ReactNode;
  children: ReactNode;
}) {
  return (
    <BareLink to="/invoices" search={{ status }} className={classes.figure} data-alarm={alarm || undefined}>
      <span className={classes.label}>{label}</span>
      <span className={classes.amount}>{children}</span>
      <span className={classes.note}>{note}</span>
    </BareLink>
  );
}
