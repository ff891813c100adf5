import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Modal, Stack, Text } from '@mantine/core';
import { ApiProblem, idempotent } from '@portico/api/client';
import { refundPayment } from '@portico/api/office';
import { decimalToMinor } from '@portico/i18n';
import { Money, usePaymentMode } from '@portico/ui';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { todayIn } from '../../app/date-format';
import { gatewayName } from '../../app/gateway-name';
import { failed, said } from '../../app/notify';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { useMe } from '../../app/session';
import { DateField } from '../../form/date-field';
import { DecimalField } from '../../form/decimal-field';
import { SelectField, TextareaField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { SaveBar } from '../../form/save-bar';
import { useSubmit } from '../../form/use-submit';
import { MODES, paymentQuery } from './payment.query';
import {
  byHand,
  missing,
  newRefund,
  onInvoice,
  type RefundValues,
  refundInput,
  refundPath,
  refundSchema,
  suggest,
} from './refund-values';
import { useIntentKey } from './use-intent-key';

interface RefundDialogProps {
  paymentId: string;
  onClose: () => void;
}

/** How much to give back, and which invoices it is taken back from. */
export function RefundDialog({ paymentId, onClose }: RefundDialogProps) {
  const { t } = useLingui();
  const me = useMe();
  const client = useQueryClient();
  const mode = usePaymentMode();
  const keyOf = useIntentKey();
  const { data: payment } = useSuspenseQuery(paymentQuery(paymentId));
  const { currency } = payment.amount;
  const form = useForm<RefundValues>({
    resolver: zodResolver(refundSchema(currency)),
    defaultValues: newRefund(payment, todayIn(me.organization.time_zone)),
  });
  const { control, setValue } = form;
  const [amount, allocations] = useWatch({ control, name: ['amount', 'allocations'] });
  const short = missing(payment, { amount, allocations });

  // Until somebody says which invoices, the newest are proposed.
  const chosen = form.formState.dirtyFields.allocations !== undefined;
  useEffect(() => {
    const wanted = decimalToMinor(amount, currency);
    if (!chosen && wanted !== null) {
      setValue('allocations', suggest(payment, wanted));
    }
  }, [amount, chosen, currency, payment, setValue]);

  const { submit, messages, sending } = useSubmit(
    form,
    async (values) => {
      const body = refundInput(payment, values);
      const { data } = await refundPayment({
        path: { id: paymentId },
        body,
        headers: idempotent(keyOf(body)),
        throwOnError: true,
      });
      await refresh(client, ...MONEY_VIEWS);
      if (data.state === 'succeeded') {
        said(t`The money is given back.`);
      } else if (data.state === 'failed') {
        failed(
          new ApiProblem({ code: 'refund_failed', detail: t`The gateway refused the refund. Nothing was given back.` }),
        );
      }
      onClose();
    },
    { rename: (path) => refundPath(path, form.getValues('allocations'), currency) },
  );

  return (
    <Modal opened onClose={onClose} title={t`Give money back`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        <FormAlert messages={messages} />
        <Stack gap="sm">
          <Text size="sm">
            {payment.disputed_at ? (
              <Trans>Record here what the gateway has taken back because the payer disputes the payment.</Trans>
            ) : payment.gateway ? (
              <Trans>{gatewayName(payment.gateway)} gives it back the way it was paid.</Trans>
            ) : (
              <Trans>Record here what you have paid back yourself.</Trans>
            )}
          </Text>
          <DecimalField control={control} name="amount" label={t`Amount in ${currency}`} withAsterisk data-autofocus />
          {payment.unused.amount > 0 && (
            <Text size="sm" c="dimmed">
              <Trans>
                <Money value={payment.unused} /> of it is unused and goes first.
              </Trans>
            </Text>
          )}
          {payment.allocations.map((row, at) => (
            <DecimalField
              key={row.invoice_id}
              control={control}
              name={`allocations.${at}.amount`}
              label={t`Take back from ${row.invoice_number}`}
              description={
                <Trans>
                  Up to <Money value={onInvoice(row)} />; the invoice is open again.
                </Trans>
              }
              placeholder="0"
            />
          ))}
          {short !== 0 && (
            <Alert color="orange" role="status">
              {short > 0 ? (
                <Trans>
                  <Money value={{ amount: short, currency }} /> more must be taken back from invoices.
                </Trans>
              ) : (
                <Trans>
                  <Money value={{ amount: -short, currency }} /> more is taken back than is given back.
                </Trans>
              )}
            </Alert>
          )}
          {byHand(payment) && (
            <>
              <SelectField
                control={control}
                name="mode"
                label={t`Mode`}
                data={MODES.map((value) => ({ value, label: mode(value) }))}
              />
              <DateField control={control} name="date" label={t`Date`} />
              <TextField control={control} name="reference" label={t`Reference`} autoComplete="off" />
            </>
          )}
          <TextareaField control={control} name="reason" label={t`Reason`} description={t`Only your team sees it.`} />
        </Stack>
        <SaveBar onSave={submit} onCancel={onClose} saving={sending} danger label={<Trans>Refund</Trans>} />
      </form>
    </Modal>
  );
}
