import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Select } from '@mantine/core';
import { idempotent } from '@portico/api/client';
import { type InvoiceSummary, recordPayment } from '@portico/api/office';
import { usePaymentMode } from '@portico/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { said } from '../../app/notify';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { DateField } from '../../form/date-field';
import { DecimalField } from '../../form/decimal-field';
import { CheckField, SelectField, TextareaField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { SaveBar } from '../../form/save-bar';
import { UnsavedGuard } from '../../form/unsaved-guard';
import { useSaved } from '../../form/use-saved';
import { useSubmit } from '../../form/use-submit';
import { AllocationTable } from './allocation-table';
import { MODES } from './payment.query';
import { type PaymentValues, paymentInput, paymentPath, paymentSchema } from './payment-values';
import classes from './record-payment.module.css';
import { useIntentKey } from './use-intent-key';

interface RecordPaymentFormProps {
  initial: PaymentValues;
  invoices: InvoiceSummary[];
  currencies: string[];
  onCurrency: (currency: string) => void;
}

export function RecordPaymentForm({ initial, invoices, currencies, onCurrency }: RecordPaymentFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const mode = usePaymentMode();
  const keyOf = useIntentKey();
  const [unsure, setUnsure] = useState(false);
  const form = useForm<PaymentValues>({
    resolver: zodResolver(paymentSchema(initial.currency)),
    defaultValues: initial,
  });
  const { control } = form;
  const { isDirty, leave } = useSaved(form);
  const { submit, messages, sending } = useSubmit(
    form,
    async (values) => {
      setUnsure(false);
      const body = paymentInput(values);
      const { data } = await recordPayment({ body, headers: idempotent(keyOf(body)), throwOnError: true });
      await refresh(client, ...MONEY_VIEWS);
      said(t`${data.number} is recorded.`);
      leave(() => navigate({ to: '/payments/$paymentId', params: { paymentId: data.id } }));
    },
    {
      rename: (path) => paymentPath(path, form.getValues('allocations')),
      onProblem: (problem) => {
        setUnsure(problem.status === 0 || problem.status >= 500);
        return false;
      },
    },
  );

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <UnsavedGuard dirty={isDirty} />
      <FormAlert messages={messages} />
      {unsure && (
        <Alert color="orange" mb="sm">
          <Trans>
            We cannot tell whether it was recorded. Press Save again without changing anything: it is never recorded
            twice.
          </Trans>
        </Alert>
      )}
      <div className={classes.fields}>
        <DecimalField control={control} name="amount" label={t`Amount received`} withAsterisk autoFocus />
        {currencies.length > 1 ? (
          <Select
            label={t`Currency`}
            data={currencies}
            allowDeselect={false}
            value={initial.currency}
            onChange={(value) => value && onCurrency(value)}
          />
        ) : (
          <TextField control={control} name="currency" label={t`Currency`} readOnly />
        )}
        <DateField control={control} name="date" label={t`Date`} />
        <SelectField
          control={control}
          name="mode"
          label={t`Mode`}
          data={MODES.map((value) => ({ value, label: mode(value) }))}
        />
        <TextField control={control} name="reference" label={t`Reference`} autoComplete="off" />
        <DecimalField control={control} name="bank_charges" label={t`Bank charges`} />
      </div>
      <AllocationTable form={form} invoices={invoices} />
      <div className={classes.lower}>
        <TextareaField control={control} name="notes" label={t`Notes`} />
        <CheckField control={control} name="send_receipt" label={t`Send the receipt to the customer`} />
      </div>
      <SaveBar onSave={submit} onCancel={() => router.history.back()} saving={sending} />
    </form>
  );
}
