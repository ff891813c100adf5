import { Trans, useLingui } from '@lingui/react/macro';
import type { ApiProblem } from '@portico/api/client';
import type { Organization } from '@portico/api/office';
import { Controller, useForm } from 'react-hook-form';
import { useCan } from '../../app/session';
import { SwitchField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { FormSection } from '../../form/form-section';
import { SaveBar } from '../../form/save-bar';
import { UnsavedGuard } from '../../form/unsaved-guard';
import { useSaved } from '../../form/use-saved';
import { useSubmit } from '../../form/use-submit';
import { ModuleTable } from './module-table';
import type { PortalSettings } from './portal-settings-values';
import { SignUpSection } from './sign-up-section';
import { useSaveOrganization } from './use-save-organization';

interface PortalSettingsFormProps {
  organization: Organization;
  onProblem: (problem: ApiProblem) => boolean;
}

/** What customers find in the portal, and what they may do there. */
export function PortalSettingsForm({ organization, onProblem }: PortalSettingsFormProps) {
  const { t } = useLingui();
  const mayManage = useCan('manage_organization');
  const save = useSaveOrganization(organization);
  const { allow_edit_details, allow_bulk_payment, auto_invite_new_customers, portal_modules } = organization;
  const { verify_public_links, allow_signup } = organization;
  const form = useForm<PortalSettings>({
    defaultValues: {
      allow_edit_details,
      allow_bulk_payment,
      auto_invite_new_customers,
      verify_public_links,
      allow_signup,
      portal_modules,
    },
  });
  const { control } = form;
  const { isDirty } = useSaved(form);
  const { submit, messages, sending } = useSubmit(form, save, { onProblem });

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <UnsavedGuard dirty={isDirty} />
      <FormAlert messages={messages} />
      <fieldset disabled={!mayManage} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <FormSection
          title={<Trans>What customers may do</Trans>}
          hint={
            <Trans>
              It holds for everybody in the portal. A single contact person can be held to less on their form.
            </Trans>
          }
        >
          <Controller
            control={control}
            name="portal_modules"
            render={({ field }) => <ModuleTable value={field.value} disabled={!mayManage} onChange={field.onChange} />}
          />
        </FormSection>
        <FormSection title={<Trans>Preferences</Trans>}>
          <SwitchField
            control={control}
            name="allow_edit_details"
            label={t`Customers change their own details`}
            description={t`Name, phone, e-mail address, company details and addresses. You are told what changed; tax details stay with you.`}
          />
          <SwitchField
            control={control}
            name="allow_bulk_payment"
            label={t`Several invoices are paid at once`}
            description={t`Otherwise each invoice is paid on its own.`}
          />
          <SwitchField
            control={control}
            name="auto_invite_new_customers"
            label={t`New customers are invited at once`}
            description={t`Whoever is created with an e-mail address gets the invitation to the portal. Imported customers do not.`}
          />
          <SwitchField
            control={control}
            name="verify_public_links"
            label={t`A code comes before a payment link`}
            description={t`Whoever opens a payment link first enters a code that goes to the customer's primary contact person by e-mail.`}
          />
        </FormSection>
        <SignUpSection control={control} organization={organization} />
      </fieldset>
      {mayManage && <SaveBar onSave={submit} saving={sending} />}
    </form>
  );
}
