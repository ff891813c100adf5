import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { confirmSandboxPayment } from '@portico/api/portal';
import { useId, useImperativeHandle, useRef, useState } from 'react';
import type { GatewayElementProps } from '../gateway';
import { groupAccount, isAccount } from './account';
import classes from './sandbox.module.css';
import { TestNumbers } from './test-numbers';

/** Plays a real gateway's own form for a bank account; see the card's. */
export default function SandboxAccountElement({ ref, billing, disabled }: GatewayElementProps) {
  const { t } = useLingui();
  const id = useId();
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const [number, setNumber] = useState('');
  const [holder, setHolder] = useState(billing.name);
  const [complain, setComplain] = useState(false);
  const missing = [...(isAccount(number) ? [] : ['number']), ...(holder.trim() ? [] : ['holder'])];

  useImperativeHandle(ref, () => ({
    ready: () => {
      setComplain(true);
      fieldset.current?.querySelector<HTMLElement>(`[name="${missing[0]}"]`)?.focus();
      return missing.length === 0;
    },
    confirm: async (clientSecret) => {
      await confirmSandboxPayment({ body: { client_secret: clientSecret, account: { number, holder } } });
    },
  }));

  const accounts = [
    ['DE89370400440532013000', t`Settles after a while`],
    ['DE62370400440532013001', t`Bounces after a while`],
    ['DE35370400440532013002', t`The account was closed`],
    ['110000000/000123456789', t`Settles after a while`],
    ['110000000/000111111116', t`Bounces after a while`],
  ] as const;
  return (
    <fieldset ref={fieldset} className={classes.element} disabled={disabled} aria-label={t`Bank account`}>
      <div className={classes.test}>
        <p>
          <Trans>Test mode: do not enter a real account. No money moves.</Trans>
        </p>
        <TestNumbers
          title={<Trans>Test account numbers</Trans>}
          numbers={accounts}
          group={groupAccount}
          onPick={setNumber}
        />
      </div>
      <TextInput
        id={`${id}-number`}
        name="number"
        className={classes.wide}
        label={t`IBAN, or routing and account number`}
        placeholder="DE89 3704 0044 0532 0130 00"
        autoComplete="off"
        dir="ltr"
        value={number}
        error={complain && missing.includes('number') ? t`Check the account number.` : undefined}
        onChange={(event) => setNumber(groupAccount(event.currentTarget.value))}
      />
      <TextInput
        id={`${id}-holder`}
        name="holder"
        dir="auto"
        className={classes.wide}
        label={t`Account holder`}
        autoComplete="name"
        value={holder}
        error={complain && missing.includes('holder') ? t`Enter the account holder's name.` : undefined}
        onChange={(event) => setHolder(event.currentTarget.value)}
      />
    </fieldset>
  );
}
