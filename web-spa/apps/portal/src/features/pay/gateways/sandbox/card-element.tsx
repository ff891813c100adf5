import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import { confirmSandboxPayment } from '@portico/api/portal';
import { useId, useImperativeHandle, useRef, useState } from 'react';
import { useCountries } from '../../../document/countries';
import type { GatewayElementProps } from '../gateway';
import { type CardField, type CardText, groupExpiry, groupNumber, readCard } from './card';
import classes from './sandbox.module.css';
import { TestCards } from './test-cards';
import { useChallenge } from './use-challenge';

/**
 * Plays the part of a real gateway's own card form. What is typed here is sent to the gateway's confirm operation and
 * nowhere else; our own payment operations never see a card number.
 */
export default function SandboxCardElement({ ref, billing, disabled, purpose }: GatewayElementProps) {
  const { t } = useLingui();
  const id = useId();
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const [text, setText] = useState<CardText>({ ...billing, number: '', expiry: '', cvc: '' });
  const [complain, setComplain] = useState(false);
  const challenge = useChallenge(purpose);
  const { missing, card } = readCard(text);

  useImperativeHandle(ref, () => ({
    ready: () => {
      setComplain(true);
      const first = missing[0];
      if (first) fieldset.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return missing.length === 0;
    },
    confirm: async (clientSecret) => {
      const { name, address, zip, country } = text;
      const { data: outcome } = await confirmSandboxPayment({
        body: {
          client_secret: clientSecret,
          card,
          billing: { name, address: address || null, zip: zip || null, country },
        },
      });
      if (outcome.status === 'requires_action') await challenge.ask(clientSecret);
    },
  }));

  const countries = useCountries();
  const set = (change: Partial<CardText>) => setText((before) => ({ ...before, ...change }));
  const errors: Record<CardField, string> = {
    name: t`Enter the name on the card.`,
    number: t`Check the card number.`,
    expiry: t`Enter the expiry as month and year.`,
    cvc: t`Enter the 3 or 4 digits.`,
    country: t`Choose a country.`,
    address: '',
    zip: '',
  };
  const field = (name: CardField) => ({
    id: `${id}-${name}`,
    name,
    value: text[name],
    error: complain && missing.includes(name) ? errors[name] : undefined,
  });

  return (
    <>
      {challenge.dialog}
      <fieldset ref={fieldset} className={classes.element} disabled={disabled} aria-label={t`Card`}>
        <div className={classes.test}>
          <p>
            <Trans>Test mode: do not enter a real card. No money moves.</Trans>
          </p>
          <TestCards onPick={(number) => set({ number, expiry: text.expiry || '12/34', cvc: text.cvc || '123' })} />
        </div>
        <TextInput
          {...field('number')}
          className={classes.wide}
          label={t`Card number`}
          placeholder="1234 1234 1234 1234"
          inputMode="numeric"
          autoComplete="cc-number"
          dir="ltr"
          onChange={(event) => set({ number: groupNumber(event.currentTarget.value) })}
        />
        <TextInput
          {...field('expiry')}
          label={t`Expiry`}
          placeholder={t`MM/YY`}
          inputMode="numeric"
          autoComplete="cc-exp"
          dir="ltr"
          onChange={(event) => set({ expiry: groupExpiry(event.currentTarget.value, text.expiry) })}
        />
        <TextInput
          {...field('cvc')}
          label={t`Security code`}
          placeholder="123"
          inputMode="numeric"
          autoComplete="cc-csc"
          maxLength={4}
          dir="ltr"
          onChange={(event) => set({ cvc: event.currentTarget.value })}
        />
        <TextInput
          {...field('name')}
          dir="auto"
          className={classes.wide}
          label={t`Name on the card`}
          autoComplete="cc-name"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          {...field('address')}
          dir="auto"
          className={classes.wide}
          label={t`Billing address`}
          autoComplete="billing street-address"
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
        <TextInput
          {...field('zip')}
          dir="auto"
          className={classes.wide}
          label={t`Postal code`}
          autoComplete="billing postal-code"
          onChange={(event) => set({ zip: event.currentTarget.value })}
        />
        <NativeSelect
          {...field('country')}
          className={classes.wide}
          label={t`Country`}
          autoComplete="billing country"
          data={[{ value: '', label: t`Choose…` }, ...countries]}
          onChange={(event) => set({ country: event.currentTarget.value })}
        />
      </fieldset>
    </>
  );
}
