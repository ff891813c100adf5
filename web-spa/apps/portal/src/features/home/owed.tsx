import { Plural, Trans } from '@lingui/react/macro';
import type { PortalBalance } from '@portico/api/portal';
import { CheckIcon, EmptyState, LinkButton, Money, Panel } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import classes from './owed.module.css';

/** One total and one button per currency; nothing owed is said plainly. */
export function Owed({ balances }: { balances: PortalBalance[] }) {
  const open = balances.filter(({ outstanding }) => outstanding > 0);
  const credits = balances.filter(({ outstanding, credit }) => outstanding <= 0 && credit > 0);
  return (
    <>
      {open.map((balance) => (
        <Panel key={balance.currency}>
          <Total balance={balance} />
        </Panel>
      ))}
      {open.length === 0 ? (
        <Panel>
          <EmptyState icon={<CheckIcon />} tone="positive" title={<Trans>Nothing to pay</Trans>}>
            <Trans>All your invoices are settled. Thank you!</Trans>
          </EmptyState>
        </Panel>
      ) : null}
      {credits.map(({ currency, credit }) => (
        <Panel key={currency}>
          <p className={classes.credit}>
            <Trans>
              Your credit: <Money value={{ amount: credit, currency }} />
            </Trans>
          </p>
        </Panel>
      ))}
    </>
  );
}

function Total({ balance }: { balance: PortalBalance }) {
  const portal = usePortalName();
  const { currency, outstanding, outstanding_count: count, overdue, overdue_count: late, credit } = balance;
  return (
    <div className={classes.owed}>
      <div>
        <h2 className={classes.label}>
          <Trans>You owe</Trans>
        </h2>
        <p className={classes.amount}>
          <Money value={{ amount: outstanding, currency }} />
        </p>
        <p className={classes.details}>
          <OpenCount count={count} />
          {overdue > 0 ? (
            <strong className={classes.overdue}>
              <Trans>
                <Money value={{ amount: overdue, currency }} /> of it is overdue (
                <Plural value={late} one="# invoice" other="# invoices" />)
              </Trans>
            </strong>
          ) : null}
          {credit > 0 ? (
            <span>
              <Trans>
                Your credit: <Money value={{ amount: credit, currency }} />
              </Trans>
            </span>
          ) : null}
        </p>
      </div>
      {balance.payable > 0 ? (
        <LinkButton to="/$portal/pay" params={{ portal }} search={{ currency }} size="lg" className={classes.pay}>
          <Trans>Pay now</Trans>
        </LinkButton>
      ) : null}
    </div>
  );
}

function OpenCount({ count }: { count: number }) {
  return (
    <span>
      <Plural value={count} one="In one open invoice" other="In # open invoices" />
    </span>
  );
}
