import { Trans } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { Panel } from '@portico/ui';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useSession } from '../../app/session';
import { AmountChoice, chosenAmount } from './amount-choice';
import { billingOf } from './billing';
import type { GatewayHandle } from './gateways/gateway';
import { MethodChoice } from './method-choice';
import classes from './pay.module.css';
import type { Payable } from './pay.query';
import { PayButton } from './pay-button';
import { PayEntry } from './pay-entry';
import { PayExcluded } from './pay-excluded';
import { PayProblem } from './pay-problem';
import { PaySummary } from './pay-summary';
import { TransferInstead } from './transfer-instead';
import { usePayWay } from './use-pay-way';
import { useStartPayment } from './use-start-payment';

const TITLES: Record<string, ReactNode> = {
  card: <Trans>Card</Trans>,
  bank_debit: <Trans>Bank debit</Trans>,
  wallet: <Trans>PayPal</Trans>,
};

export function PayForm({ invoices, excluded, options, more }: Payable) {
  const element = useRef<GatewayHandle>(null);
  const start = useStartPayment(element);
  const session = useSession();
  const choice = usePayWay(options);
  const [amountText, setAmountText] = useState({ partial: false, text: '' });
  const [complain, setComplain] = useState(false);
  const first = invoices[0];
  if (!first) return null;

  const { way, ways } = choice;
  const single = invoices.length === 1;
  const currency = first.balance.currency;
  const sum = invoices.reduce((total, { balance }) => total + balance.amount, 0);
  const amount = single ? chosenAmount(amountText, first.balance) : sum;

  function submit(event: FormEvent) {
    event.preventDefault();
    setComplain(true);
    if (!way || amount === null || start.isPending) return;
    if (!way.kept && (!element.current?.ready() || (way.option.mandate && !choice.agreed))) return;
    const allocations = invoices.map(({ id, balance }) => ({
      invoice_id: id,
      amount: single ? amount : balance.amount,
    }));
    start.mutate({ way, keep: choice.keep, allocations });
  }

  return (
    <form className={classes.columns} onSubmit={submit} noValidate>
      <div className={classes.stack}>
        <Panel title={<Trans>Summary</Trans>}>
          <PaySummary invoices={invoices} amount={amount} />
          {more ? (
            <p className={classes.note}>
              <Trans>One payment covers up to 50 invoices; the ones due first are included here.</Trans>
            </p>
          ) : null}
          <PayExcluded invoices={excluded} />
        </Panel>
      </div>
      <div className={classes.stack}>
        {single && first.allow_partial_payments ? (
          <Panel>
            <AmountChoice
              balance={first.balance}
              value={amountText}
              invalid={complain && amount === null}
              onChange={setAmountText}
            />
          </Panel>
        ) : null}
        {choice.loading ? (
          <Skeleton height={480} />
        ) : way ? (
          <Panel title={TITLES[way.option.method]}>
            <div className={classes.stack}>
              <MethodChoice ways={ways} value={way} onChange={choice.choose} />
              {way.kept ? null : (
                <PayEntry
                  ref={element}
                  option={way.option}
                  choice={choice}
                  amount={{ amount: amount ?? sum, currency }}
                  billing={billingOf(first, session)}
                  disabled={start.isPending}
                  complain={complain}
                />
              )}
              <PayProblem error={start.error} invoices={invoices} />
              <PayButton amount={amount} currency={currency} entering={!way.kept} busy={start.isPending} />
              {single && first.bank_transfer ? <TransferInstead invoiceId={first.id} /> : null}
            </div>
          </Panel>
        ) : (
          <Panel>
            <Trans>These invoices have no way to pay in common. Pay them one by one.</Trans>
          </Panel>
        )}
      </div>
    </form>
  );
}
