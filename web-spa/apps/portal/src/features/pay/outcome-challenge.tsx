import { Trans } from '@lingui/react/macro';
import { Alert, Button } from '@mantine/core';
import type { PortalPayment } from '@portico/api/portal';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { GatewayChallenge } from './gateways/challenge';
import type { ChallengeHandle } from './gateways/gateway';
import { publicKeyOf } from './gateways/known';

interface OutcomeChallengeProps {
  payment: PortalPayment;
  clientSecret: string;
  /** The bank was answered, or left alone: ask how the payment stands. */
  onChange: () => void;
}

/** The payer's bank asks about a card that was given before. It does so when the payer is ready, not by surprise. */
export function OutcomeChallenge({ payment, clientSecret, onChange }: OutcomeChallengeProps) {
  const challenge = useRef<ChallengeHandle>(null);
  const ask = useMutation({
    mutationFn: async () => challenge.current?.ask(clientSecret),
    onSettled: onChange,
  });
  return (
    <GatewayChallenge gateway={payment.gateway ?? ''} ref={challenge} publicKey={publicKeyOf(payment)}>
      {ask.isError ? (
        <Alert role="alert" color="red" variant="light">
          <Trans>Your bank could not be reached. Check your connection and try again, or contact us.</Trans>
        </Alert>
      ) : null}
      <Button size="lg" loading={ask.isPending} onClick={() => ask.mutate()}>
        <Trans>Continue to your bank</Trans>
      </Button>
    </GatewayChallenge>
  );
}
