import { Trans } from '@lingui/react/macro';
import { Alert, Button } from '@mantine/core';
import { cancelPayment, type PortalPayment } from '@portico/api/portal';
import { DocumentNumber, Money, ProblemAlert } from '@portico/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { useSession } from '../../app/session';
import { invoiceOptions } from '../invoices/invoice.query';
import { billingOf } from './billing';
import { DeclineReason } from './decline-reason';
import { GatewayElement } from './gateways/element';
import type { GatewayHandle } from './gateways/gateway';
import { publicKeyOf, type Way } from './gateways/known';
import { OutcomeChallenge } from './outcome-challenge';
import classes from './pay.module.css';

interface OutcomeUnfinishedProps {
  payment: PortalPayment;
  /** Something has changed at the gateway: ask how the payment stands. */
  onChange: () => void;
}

/** The payment was started but the payer has not confirmed it: finish it here, or drop it. */
export function OutcomeUnfinished({ payment, onChange }: OutcomeUnfinishedProps) {
  const element = useRef<GatewayHandle>(null);
  const session = useSession();
  const secret = payment.client_secret;
  // Only to spare the payer typing the address again; without it the form works just as well.
  const invoiceId = payment.allocations[0]?.invoice_id ?? '';
  const { data: invoice, isLoading } = useQuery({ ...invoiceOptions(invoiceId), enabled: invoiceId !== '' });
  const confirm = useMutation({
    mutationFn: async () => {
      if (secret) await element.current?.confirm(secret);
    },
    onSettled: onChange,
  });
  const cancel = useMutation({ mutationFn: () => cancelPayment({ path: { id: payment.id } }), onSettled: onChange });
  const numbers = payment.allocations.map(({ invoice_number }) => invoice_number).join(', ');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (element.current?.ready()) confirm.mutate();
  }

  return (
    <form className={classes.stack} onSubmit={submit} noValidate>
      <Standing payment={payment} />
      <p className={classes.total}>
        <DocumentNumber>{numbers}</DocumentNumber>
        <Money value={payment.amount} />
      </p>
      {payment.approval_url ? (
        <Button component="a" href={payment.approval_url} size="lg">
          <Trans>Continue at PayPal</Trans>
        </Button>
      ) : secret && payment.challenged ? (
        <OutcomeChallenge payment={payment} clientSecret={secret} onChange={onChange} />
      ) : secret && payment.gateway && !isLoading ? (
        <>
          <GatewayElement
            way={wayOf(payment.gateway, payment.mode)}
            ref={element}
            purpose="payment"
            clientSecret={secret}
            billing={billingOf(invoice, session)}
            disabled={confirm.isPending}
            amount={payment.amount}
            publicKey={publicKeyOf(payment)}
          />
          <Button type="submit" size="lg" loading={confirm.isPending}>
            <span>
              <Trans>
                Pay <Money value={payment.amount} />
              </Trans>
            </span>
          </Button>
        </>
      ) : null}
      <ProblemAlert error={cancel.error} />
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
        <Trans>Cancel this payment</Trans>
      </Button>
    </form>
  );
}

/** How an attempt that was begun is to be paid. */
function wayOf(gateway: string, mode: PortalPayment['mode']): Way {
  const methods: Partial<Record<PortalPayment['mode'], Way['method']>> = {
    direct_debit: 'bank_debit',
    online: 'wallet',
  };
  return { gateway, method: methods[mode] ?? 'card' };
}

/** A declined card leaves the payment open: the payer may try another one. */
function Standing({ payment }: { payment: PortalPayment }) {
  if (payment.challenged) {
    return (
      <Alert variant="light" title={<Trans>Your bank wants to be sure that it is you</Trans>}>
        <Trans>You have not been charged.</Trans> <Trans>Answer your bank, or cancel the payment.</Trans>
      </Alert>
    );
  }
  if (payment.failure) {
    return (
      <Alert role="alert" color="red" variant="light" title={<Trans>The payment did not go through</Trans>}>
        <DeclineReason failure={payment.failure} /> <Trans>You were not charged.</Trans>
      </Alert>
    );
  }
  return (
    <Alert variant="light" title={<Trans>This payment is not finished</Trans>}>
      <Trans>You have not been charged.</Trans> <Trans>Finish it here, or cancel it.</Trans>
    </Alert>
  );
}
