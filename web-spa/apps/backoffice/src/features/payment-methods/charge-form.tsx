import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Stack } from '@mantine/core';
import { idempotent } from '@portico/api/client';
import { chargePaymentMethod, type Invoice, type Payment, type PaymentMethod } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { said } from '../../app/notify';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { DecimalField } from '../../form/decimal-field';
import { FormAlert } from '../../form/form-alert';
import { SaveBar } from '../../form/save-bar';
import { useSubmit } from '../../form/use-submit';
import { useIntentKey } from '../payments/use-intent-key';
import { ChargeFailed, ChargeUnsure } from './charge-outcome';
import { type ChargeValues, chargeInput, chargeSchema, isUnsure, newCharge, refusalText } from './charge-values';
import { MethodRadios } from './method-radios';

interface ChargeFormProps {
  invoice: Invoice;
  methods: PaymentMethod[];
  onUnderWay: (payment: Payment) => void;
  onClose: () => void;
}

export function ChargeForm({ invoice, methods, onUnderWay, onClose }: ChargeFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const keyOf = useIntentKey();
  // A charge that failed is over: the same again is another one, with a key of its own.
  const failures = useRef(0);
  const [failed, setFailed] = useState<Payment | null>(null);
  const [unsure, setUnsure] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { name } = invoice.customer;
  const { currency } = invoice.balance;
  const form = useForm<ChargeValues>({
    resolver: zodResolver(chargeSchema(currency)),
    defaultValues: newCharge(invoice, methods),
  });
  const touched = () => refresh(client, 'listStuckPayments', ...MONEY_VIEWS);
  const settle = (payment: Payment) => {
    if (payment.state === 'succeeded') {
      said(t`${payment.number} is booked: ${name} was charged.`);
      onClose();
    } else if (payment.state === 'failed' || payment.state === 'cancelled') {
      failures.current += 1;
      setFailed(payment);
    } else {
      onUnderWay(payment);
    }
  };
  const { submit, messages, sending } = useSubmit(
    form,
    async (values) => {
      setFailed(null);
      setUnsure(false);
      setRefusal(null);
      const body = chargeInput(invoice, values);
      const headers = idempotent(keyOf({ ...body, after: failures.current }));
      const { data } = await chargePaymentMethod({ body, headers, throwOnError: true });
      settle(data);
      await touched();
    },
    {
      rename: (path) => path.replace(/^allocations\.0\.amount$/, 'amount'),
      onProblem: (problem) => {
        void touched();
        const words = refusalText(problem);
        if (words && problem.errors.length > 0) {
          form.setError('amount', { message: words });
        } else {
          setRefusal(words);
        }
        setUnsure(isUnsure(problem));
        return isUnsure(problem) || words !== null;
      },
    },
  );

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <FormAlert messages={refusal ? [refusal] : messages} />
      {failed && <ChargeFailed payment={failed} />}
      {unsure && <ChargeUnsure />}
      <Stack gap="sm">
        <Alert color="gray" role="note">
          <Trans>
            {name} is charged at once, without being there to confirm it. Charge only what {name} has agreed to.
          </Trans>
        </Alert>
        <MethodRadios control={form.control} methods={methods} />
        <DecimalField
          control={form.control}
          name="amount"
          label={t`Amount in ${currency}`}
          description={invoice.allow_partial_payments ? undefined : t`This invoice is paid in full only.`}
          readOnly={!invoice.allow_partial_payments}
          withAsterisk
          data-autofocus
        />
      </Stack>
      <SaveBar onSave={submit} onCancel={onClose} saving={sending} label={<Trans>Charge</Trans>} />
    </form>
  );
}
