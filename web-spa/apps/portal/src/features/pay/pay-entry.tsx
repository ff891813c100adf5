import type { Money, PaymentOption } from '@portico/api/portal';
import type { Ref } from 'react';
import { GatewayElement } from './gateways/element';
import type { Billing, GatewayHandle } from './gateways/gateway';
import { keyOf, publicKeyOf } from './gateways/known';
import { KeepChoice } from './keep-choice';
import { Mandate } from './mandate';
import type { PayChoice } from './use-pay-way';

interface PayEntryProps {
  ref: Ref<GatewayHandle>;
  option: PaymentOption;
  choice: PayChoice;
  amount: Money;
  billing: Billing;
  disabled: boolean;
  /** Say what is missing. */
  complain: boolean;
}

/** What is entered now: the card or the account, and what the payer allows. */
export function PayEntry({ ref, option, choice, amount, billing, disabled, complain }: PayEntryProps) {
  const { agreed, keep, agree, setKeep } = choice;
  return (
    <>
      <GatewayElement
        key={keyOf(option)}
        way={option}
        ref={ref}
        purpose="payment"
        keep={keep}
        billing={billing}
        disabled={disabled}
        amount={amount}
        publicKey={publicKeyOf(option)}
      />
      <KeepChoice option={option} keep={keep} onChange={setKeep} />
      {option.mandate ? (
        <Mandate text={option.mandate} accepted={agreed} invalid={complain && !agreed} onChange={agree} />
      ) : null}
    </>
  );
}
