import { zodResolver } from '@hookform/resolvers/zod';
import { useLingui } from '@lingui/react/macro';
import { type BankAccount, createBankAccount, deleteBankAccount, replaceBankAccount } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { currencyOptions } from '../../../app/countries';
import { refresh } from '../../../app/query-client';
import { SelectField, TextareaField, TextField } from '../../../form/fields';
import { useSubmit } from '../../../form/use-submit';
import { EditDrawer } from '../edit-drawer';
import { bankAccountInput, bankAccountSchema, bankAccountValues } from './bank-account-values';

export function BankAccountDrawer({ account, onClose }: { account: BankAccount | null; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const currencies = useMemo(() => currencyOptions(i18n.locale), [i18n.locale]);
  const form = useForm({ resolver: zodResolver(bankAccountSchema), defaultValues: bankAccountValues(account) });
  const { control } = form;
  const done = async () => {
    await refresh(client, 'listBankAccounts');
    onClose();
  };
  const { submit, messages, sending } = useSubmit(form, async (values) => {
    const body = bankAccountInput(values);
    await (account
      ? replaceBankAccount({ path: { id: account.id }, body, throwOnError: true })
      : createBankAccount({ body, throwOnError: true }));
    await done();
  });
  const remove = async () => {
    if (account) await deleteBankAccount({ path: { id: account.id }, throwOnError: true });
    await done();
  };

  return (
    <EditDrawer
      title={account ? t`Edit bank account` : t`New bank account`}
      onClose={onClose}
      messages={messages}
      onSave={submit}
      saving={sending}
      remove={account ? { title: t`Remove the account at ${account.bank_name}?`, run: remove } : undefined}
    >
      <SelectField
        control={control}
        name="currency"
        label={t`Currency`}
        placeholder={t`All others`}
        description={t`Left empty, it is shown for every currency that has no account of its own.`}
        data={currencies}
        searchable
        clearable
        allowDeselect
      />
      <TextField control={control} name="holder" label={t`Account holder`} withAsterisk autoComplete="off" />
      <TextField control={control} name="iban" label={t`IBAN`} autoComplete="off" />
      <TextField control={control} name="bic" label={t`BIC`} autoComplete="off" />
      <TextField
        control={control}
        name="account_number"
        label={t`Account number`}
        description={t`Where there are no IBANs`}
        autoComplete="off"
      />
      <TextField control={control} name="routing_number" label={t`Routing number`} autoComplete="off" />
      <TextField control={control} name="bank_name" label={t`Bank`} withAsterisk autoComplete="off" />
      <TextareaField
        control={control}
        name="note"
        label={t`Note for payers`}
        description={t`Shown to customers beneath the account`}
      />
    </EditDrawer>
  );
}
