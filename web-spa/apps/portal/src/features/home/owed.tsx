import { Plural, Trans } from '@lingui/react/macro';
import type { PortalBalance } from '@portico/api/portal';
import { CheckIcon, EmptyState, LinkButton, Money, Panel } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import classes from './owed.module.css';

/** One total and one button per currency; nothing owed is said plainly. */
export function Owed({ balances, may }: { balances: PortalBalance[]; may: (permission: string) => boolean }) {
  const open = balances.filter(({ outstanding }) => outstanding > 0);
  const credits = balances.filter(({ outstanding, credit }) => outstanding <= 0 && credit > 0);
  return (
    <>
      {open.map((balance) => (
        <Panel key={balance.currency}>
          <Total balance={balance} pay={payOf(balance, may)} />
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

type Pay = 'all' | 'choose' | null;

/** Everything at once, or one invoice after the other, as the organization wants it. */
function payOf(balance: PortalBalance, may: (permission: string) => boolean): Pay {
  if (balance.payable <= 0 || !may('pay_invoices')) return null;
  return balance.outstanding_count === 1 || may('pay_several_invoices') ? 'all' : 'choose';
}

function Total({ balance, pay }: { balance: PortalBalance; pay: Pay }) {
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
      {pay === 'choose' ? (
        <LinkButton
          to="/$portal/invoices"
          params={{ portal }}
          search={{ status: 'unpaid' }}
          size="lg"
          className={classes.pay}
        >
          <Trans>Choose an invoice to pay</Trans>
        </LinkButton>
      ) : null}
      {pay === 'all' ? (
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
