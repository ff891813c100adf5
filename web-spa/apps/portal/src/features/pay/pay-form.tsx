import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { LockIcon, Money, Panel } from '@portico/ui';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useSession } from '../../app/session';
import { AmountChoice, chosenAmount } from './amount-choice';
import { billingOf } from './billing';
import { GatewayElement } from './gateways/element';
import type { GatewayHandle } from './gateways/gateway';
import { keyOf, publicKeyOf } from './gateways/known';
import { Mandate } from './mandate';
import { MethodChoice } from './method-choice';
import classes from './pay.module.css';
import type { Payable } from './pay.query';
import { PayExcluded } from './pay-excluded';
import { PayProblem } from './pay-problem';
import { PaySummary } from './pay-summary';
import { TransferInstead } from './transfer-instead';
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
  const [option, setOption] = useState(options[0]);
  const [amountText, setAmountText] = useState({ partial: false, text: '' });
  const [agreed, setAgreed] = useState(false);
  const [complain, setComplain] = useState(false);
  const first = invoices[0];
  if (!first) return null;

  const single = invoices.length === 1;
  const currency = first.balance.currency;
  const sum = invoices.reduce((total, { balance }) => total + balance.amount, 0);
  const amount = single ? chosenAmount(amountText, first.balance) : sum;

  function submit(event: FormEvent) {
    event.preventDefault();
    setComplain(true);
    if (!option || amount === null || start.isPending || !element.current?.ready()) return;
    if (option.mandate && !agreed) return;
    const allocations = invoices.map(({ id, balance }) => ({
      invoice_id: id,
      amount: single ? amount : balance.amount,
    }));
    start.mutate({ option, allocations });
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
        {option ? (
          <Panel title={TITLES[option.method]}>
            <div className={classes.stack}>
              <MethodChoice options={options} value={option} onChange={setOption} />
              <GatewayElement
                key={keyOf(option)}
                way={option}
                ref={element}
                billing={billingOf(first, session)}
                disabled={start.isPending}
                amount={{ amount: amount ?? sum, currency }}
                publicKey={publicKeyOf(option)}
              />
              {option.mandate ? (
                <Mandate text={option.mandate} accepted={agreed} invalid={complain && !agreed} onChange={setAgreed} />
              ) : null}
              <PayProblem error={start.error} invoices={invoices} />
              <Button type="submit" size="lg" fullWidth loading={start.isPending}>
                {amount === null ? (
                  <Trans>Pay</Trans>
                ) : (
                  <span>
                    <Trans>
                      Pay <Money value={{ amount, currency }} />
                    </Trans>
                  </span>
                )}
              </Button>
              <p className={classes.secure}>
                <LockIcon width={16} height={16} />
                <Trans>What you enter here goes to the payment provider only.</Trans>
              </p>
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
