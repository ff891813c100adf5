import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ApiProblem } from '@portico/api/client';
import type { Organization } from '@portico/api/office';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { currencyOptions, timeZoneOptions } from '../../app/countries';
import { dayjsFormat } from '../../app/date-format';
import { portalLanguages } from '../../app/language';
import { useCan } from '../../app/session';
import { CheckField, SelectField, TextareaField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { FieldRow, FormSection } from '../../form/form-section';
import { SaveBar } from '../../form/save-bar';
import { UnsavedGuard } from '../../form/unsaved-guard';
import { useSaved } from '../../form/use-saved';
import { useSubmit } from '../../form/use-submit';
import { AddressFields } from '../customers/address-fields';
import { organizationInput, organizationSchema, organizationValues } from './organization-values';
import { useSaveOrganization } from './use-save-organization';

const DATE_FORMATS = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'DD-MM-YYYY'];

interface OrganizationFormProps {
  organization: Organization;
  onProblem: (problem: ApiProblem) => boolean;
}

export function OrganizationForm({ organization, onProblem }: OrganizationFormProps) {
  const { t, i18n } = useLingui();
  const mayManage = useCan('manage_organization');
  const save = useSaveOrganization(organization);
  const form = useForm({ resolver: zodResolver(organizationSchema), defaultValues: organizationValues(organization) });
  const { control } = form;
  const { isDirty } = useSaved(form);
  const { submit, messages, sending } = useSubmit(form, (values) => save(organizationInput(values, organization)), {
    onProblem,
  });
  const zones = useMemo(timeZoneOptions, []);
  const currencies = useMemo(() => currencyOptions(i18n.locale), [i18n.locale]);
  const months = useMemo(() => {
    const format = new Intl.DateTimeFormat(i18n.locale, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, at) => ({
      value: String(at + 1),
      label: format.format(new Date(Date.UTC(2026, at, 1))),
    }));
  }, [i18n.locale]);
  const formats = [...new Set([organization.date_format, ...DATE_FORMATS])];

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <UnsavedGuard dirty={isDirty} />
      <FormAlert messages={messages} />
      <fieldset disabled={!mayManage} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <FormSection title={<Trans>Profile</Trans>} hint={<Trans>Shown on documents and in the portal.</Trans>}>
          <TextField control={control} name="name" label={t`Name`} withAsterisk />
          <FieldRow>
            <TextField control={control} name="email" type="email" label={t`Contact e-mail`} />
            <TextField control={control} name="phone" type="tel" label={t`Phone`} />
          </FieldRow>
          <FieldRow>
            <TextField control={control} name="website" type="url" label={t`Website`} />
            <TextField control={control} name="tax_registration" label={t`Tax registration`} />
          </FieldRow>
        </FormSection>
        <FormSection title={<Trans>Address</Trans>}>
          <AddressFields control={control} under="address" />
        </FormSection>
        <FormSection title={<Trans>Region</Trans>}>
          <FieldRow>
            <SelectField control={control} name="base_currency" label={t`Base currency`} data={currencies} searchable />
            <SelectField control={control} name="time_zone" label={t`Time zone`} data={zones} searchable />
          </FieldRow>
          <FieldRow>
            <SelectField
              control={control}
              name="date_format"
              label={t`Date format`}
              data={formats.map((value) => ({ value, label: dayjs().format(dayjsFormat(value)) }))}
            />
            <SelectField control={control} name="language" label={t`Default language`} data={portalLanguages()} />
            <SelectField
              control={control}
              name="fiscal_year_start_month"
              label={t`Fiscal year starts in`}
              data={months}
            />
          </FieldRow>
        </FormSection>
        <FormSection title={<Trans>Invoices</Trans>} hint={<Trans>What a new invoice begins with.</Trans>}>
          <FieldRow>
            <TextField
              control={control}
              name="payment_terms_days"
              label={t`Payment terms (days)`}
              inputMode="numeric"
            />
            <SelectField
              control={control}
              name="rounding"
              label={t`Tax is rounded`}
              data={[
                { value: 'line', label: t`per line` },
                { value: 'document', label: t`on the whole document` },
              ]}
            />
          </FieldRow>
          <CheckField control={control} name="prices_include_tax" label={t`Prices include tax`} />
          <CheckField control={control} name="round_total" label={t`Round totals to a whole amount`} />
          <CheckField control={control} name="allow_partial_payments" label={t`Allow partial payments`} />
          <TextareaField
            control={control}
            name="payment_instructions"
            label={t`How to pay by bank transfer`}
            description={t`Shown where no online payment is offered`}
          />
          <TextareaField control={control} name="invoice_notes" label={t`Notes for the customer`} />
          <TextareaField control={control} name="invoice_terms" label={t`Terms and conditions`} />
        </FormSection>
      </fieldset>
      {mayManage && <SaveBar onSave={submit} saving={sending} />}
    </form>
  );
}
