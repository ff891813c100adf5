import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Text } from '@mantine/core';
import { idempotent } from '@portico/api/client';
import { applyCredit } from '@portico/api/office';
import { getInvoiceQueryKey } from '@portico/api/office/query';
import { decimalToMinor, minorToDecimal } from '@portico/i18n';
import { Money } from '@portico/ui';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { DecimalField } from '../../form/decimal-field';
import { FormAlert } from '../../form/form-alert';
import { requiredAmount } from '../../form/rules';
import { SaveBar } from '../../form/save-bar';
import { useSubmit } from '../../form/use-submit';
import { useIntentKey } from '../payments/use-intent-key';
import { invoiceQuery } from './invoice.query';

const schema = (currency: string) => z.object({ amount: requiredAmount(currency) });

/** How much of the customer's credit pays the invoice; as much as it can, unless somebody says less. */
export function CreditDialog({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const keyOf = useIntentKey();
  const { data: invoice } = useSuspenseQuery(invoiceQuery(invoiceId));
  const { credit_available: available, balance } = invoice;
  const most = Math.min(available.amount, balance.amount);
  const form = useForm({
    resolver: zodResolver(schema(balance.currency)),
    defaultValues: { amount: most > 0 ? minorToDecimal(most, balance.currency) : '' },
  });
  const { submit, messages, sending } = useSubmit(form, async ({ amount }) => {
    const path = { id: invoiceId };
    const body = { amount: decimalToMinor(amount, balance.currency) ?? 0 };
    const { data } = await applyCredit({ path, body, headers: idempotent(keyOf(body)), throwOnError: true });
    client.setQueryData(getInvoiceQueryKey({ path }), data);
    await refresh(client, ...MONEY_VIEWS);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t`Apply credit`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        <FormAlert messages={messages} />
        <Text size="sm" mb="sm">
          <Trans>
            {invoice.customer.name} has <Money value={available} /> of credit; <Money value={balance} /> is due.
          </Trans>
        </Text>
        <DecimalField
          control={form.control}
          name="amount"
          label={t`Amount in ${balance.currency}`}
          withAsterisk
          data-autofocus
        />
        <SaveBar onSave={submit} onCancel={onClose} saving={sending} label={<Trans>Apply credit</Trans>} />
      </form>
    </Modal>
  );
}
