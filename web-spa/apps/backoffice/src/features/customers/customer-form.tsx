import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import type { ApiProblem } from '@portico/api/client';
import { listTaxExemptionsOptions } from '@portico/api/office/query';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { currencyOptions } from '../../app/countries';
import { portalLanguages } from '../../app/language';
import { useCan } from '../../app/session';
import { DecimalField } from '../../form/decimal-field';
import { CheckField, SelectField, TextareaField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { FieldRow, FormSection } from '../../form/form-section';
import { SaveBar } from '../../form/save-bar';
import { UnsavedGuard } from '../../form/unsaved-guard';
import { useSaved } from '../../form/use-saved';
import { useSubmit } from '../../form/use-submit';
import { AddressFields } from './address-fields';
import { type CustomerValues, customerSchema } from './customer-fields';

interface CustomerFormProps {
  initial: CustomerValues;
  /** A new customer also gets its first contact person here; later persons are edited on their own. */
  isNew?: boolean;
  onSave: (values: CustomerValues) => Promise<() => void>;
  onCancel: () => void;
  onProblem?: (problem: ApiProblem) => boolean;
}

export function CustomerForm({ initial, isNew = false, onSave, onCancel, onProblem }: CustomerFormProps) {
  const { t, i18n } = useLingui();
  const form = useForm({ resolver: zodResolver(customerSchema), defaultValues: initial });
  const { control } = form;
  const { leave, isDirty } = useSaved(form);
  const { submit, messages, sending } = useSubmit(form, async (values) => leave(await onSave(values)), { onProblem });
  const currencies = useMemo(() => currencyOptions(i18n.locale), [i18n.locale]);
  const exempt = form.watch('tax_treatment') === 'exempt';
  const exemptions = useQuery({ ...listTaxExemptionsOptions({ query: { limit: 200 } }), enabled: exempt });
  const kind = form.watch('kind');
  const mayInvite = useCan('manage_portal_access');

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <UnsavedGuard dirty={isDirty} />
      <FormAlert messages={messages} />
      <FormSection title={<Trans>Customer</Trans>}>
        <SegmentedControl
          aria-label={t`Kind of customer`}
          value={kind}
          onChange={(value) =>
            form.setValue('kind', value === 'individual' ? 'individual' : 'company', { shouldDirty: true })
          }
          data={[
            { value: 'company', label: t`Company` },
            { value: 'individual', label: t`Person` },
          ]}
          style={{ alignSelf: 'flex-start' }}
        />
        <TextField
          control={control}
          name="display_name"
          label={t`Display name`}
          description={t`Shown on documents and lists`}
          autoFocus={isNew}
          withAsterisk
        />
        {kind === 'company' && <TextField control={control} name="company_name" label={t`Legal name`} />}
        <FieldRow>
          <TextField control={control} name="company_phone" type="tel" label={t`Main phone`} />
          <TextField control={control} name="website" type="url" label={t`Website`} placeholder="https://" />
        </FieldRow>
        {isNew && (
          <>
            <FieldRow>
              <TextField control={control} name="first_name" label={t`First name`} />
              <TextField control={control} name="last_name" label={t`Last name`} />
            </FieldRow>
            <FieldRow>
              <TextField
                control={control}
                name="email"
                type="email"
                label={t`E-mail`}
                description={t`Creates the primary contact person`}
              />
              <TextField control={control} name="phone" type="tel" label={t`Phone`} description={t`Optional`} />
            </FieldRow>
            {mayInvite && (
              <CheckField
                control={control}
                name="invite"
                label={t`Invite to the portal at once`}
                disabled={form.watch('email') === ''}
              />
            )}
          </>
        )}
      </FormSection>
      <FormSection title={<Trans>Invoicing</Trans>}>
        <FieldRow>
          <SelectField control={control} name="currency" label={t`Currency`} data={currencies} searchable />
          <TextField control={control} name="payment_terms_days" label={t`Payment terms (days)`} inputMode="numeric" />
        </FieldRow>
        <FieldRow>
          <DecimalField control={control} name="opening_balance" label={t`Opening balance`} />
          <DecimalField control={control} name="credit_limit" label={t`Credit limit`} />
        </FieldRow>
        <SelectField
          control={control}
          name="language"
          label={t`Language of the portal and mails`}
          data={portalLanguages()}
          placeholder={t`As the organization`}
          clearable
          allowDeselect
        />
        <CheckField
          control={control}
          name="allow_bank_debit"
          label={t`Allow this customer to pay via their bank account`}
        />
      </FormSection>
      <FormSection title={<Trans>Tax</Trans>}>
        <FieldRow>
          <SelectField
            control={control}
            name="tax_treatment"
            label={t`Tax treatment`}
            data={[
              { value: 'taxable', label: t`Taxable` },
              { value: 'exempt', label: t`Exempt` },
              { value: 'reverse_charge', label: t`Reverse charge` },
            ]}
          />
          <TextField control={control} name="tax_id" label={t`Tax number`} />
        </FieldRow>
        {exempt && (
          <SelectField
            control={control}
            name="tax_exemption_id"
            label={t`Reason of exemption`}
            data={(exemptions.data?.data ?? [])
              .filter((exemption) => exemption.kind === 'customer')
              .map((exemption) => ({
                value: exemption.id,
                label: exemption.description ? `${exemption.code} – ${exemption.description}` : exemption.code,
              }))}
            clearable
            allowDeselect
          />
        )}
      </FormSection>
      <FormSection title={<Trans>Billing address</Trans>}>
        <AddressFields control={control} under="billing_address" />
      </FormSection>
      <FormSection title={<Trans>Shipping address</Trans>}>
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => form.setValue('shipping_address', form.getValues('billing_address'), { shouldDirty: true })}
        >
          <Trans>Copy the billing address</Trans>
        </Button>
        <AddressFields control={control} under="shipping_address" />
      </FormSection>
      <FormSection title={<Trans>Notes</Trans>} hint={<Trans>Only your team sees them.</Trans>}>
        <TextareaField control={control} name="notes" aria-label={t`Notes`} />
      </FormSection>
      <SaveBar onSave={submit} onCancel={onCancel} saving={sending} />
    </form>
  );
}
