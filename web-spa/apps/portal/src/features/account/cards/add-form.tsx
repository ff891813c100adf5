import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import type { PaymentOption } from '@portico/api/portal';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useSession } from '../../../app/session';
import { homeOptions } from '../../home/home.query';
import { billingOf } from '../../pay/billing';
import { GatewayElement } from '../../pay/gateways/element';
import type { GatewayHandle } from '../../pay/gateways/gateway';
import { publicKeyOf } from '../../pay/gateways/known';
import { Mandate } from '../../pay/mandate';
import { MethodChoice } from '../../pay/method-choice';
import { type PayWay, waysOf } from '../../pay/pay-way';
import { MethodProblem } from './method-problem';
import { useKeepMethod } from './use-keep-method';

interface AddFormProps {
  options: PaymentOption[];
  onAdded: () => void;
  onCancel: () => void;
}

/** A card or an account is entered in the gateway's own element; nothing is paid. */
export function AddForm({ options, onAdded, onCancel }: AddFormProps) {
  const { t } = useLingui();
  const element = useRef<GatewayHandle>(null);
  const session = useSession();
  const currency = useQuery(homeOptions()).data?.balances[0]?.currency ?? 'EUR';
  const ways = waysOf(options);
  const [way, setWay] = useState(ways[0]);
  const [agreed, setAgreed] = useState(false);
  const [complain, setComplain] = useState(false);
  const keep = useKeepMethod(element, onAdded);
  if (!way) return null;
  const { key, option } = way;

  function choose(chosen: PayWay) {
    setWay(chosen);
    setAgreed(false);
    setComplain(false);
    keep.reset();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setComplain(true);
    if (keep.isPending || !element.current?.ready() || (option.mandate && !agreed)) return;
    keep.mutate(option);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {keep.given ? null : <MethodChoice label={t`What to add`} ways={ways} value={way} onChange={choose} />}
        <GatewayElement
          key={key}
          way={option}
          ref={element}
          purpose="setup"
          billing={billingOf(undefined, session)}
          disabled={keep.isPending || keep.given}
          amount={{ amount: 0, currency }}
          publicKey={publicKeyOf(option)}
        />
        {option.mandate ? (
          <Mandate text={option.mandate} accepted={agreed} invalid={complain && !agreed} onChange={setAgreed} />
        ) : null}
        <MethodProblem error={keep.error} title={<Trans>Nothing was saved</Trans>} />
        <Group gap="sm">
          <Button type="submit" loading={keep.isPending}>
            <Trans>Save</Trans>
          </Button>
          <Button variant="default" disabled={keep.isPending} onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
