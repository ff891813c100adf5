import { Trans, useLingui } from '@lingui/react/macro';
import type { ApiProblem } from '@portico/api/client';
import type { Organization } from '@portico/api/office';
import { useForm } from 'react-hook-form';
import { useCan } from '../../app/session';
import { SwitchField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { FormSection } from '../../form/form-section';
import { SaveBar } from '../../form/save-bar';
import { UnsavedGuard } from '../../form/unsaved-guard';
import { useSaved } from '../../form/use-saved';
import { useSubmit } from '../../form/use-submit';
import { useSaveOrganization } from './use-save-organization';

interface SecuritySettingsFormProps {
  organization: Organization;
  onProblem: (problem: ApiProblem) => boolean;
}

/** Who must use an authenticator app. */
export function SecuritySettingsForm({ organization, onProblem }: SecuritySettingsFormProps) {
  const { t } = useLingui();
  const mayManage = useCan('manage_organization');
  const save = useSaveOrganization(organization);
  const { staff_mfa_required, portal_mfa_required } = organization;
  const form = useForm({ defaultValues: { staff_mfa_required, portal_mfa_required } });
  const { control } = form;
  const { isDirty } = useSaved(form);
  const { submit, messages, sending } = useSubmit(form, save, { onProblem });

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <UnsavedGuard dirty={isDirty} />
      <FormAlert messages={messages} />
      <fieldset disabled={!mayManage} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <FormSection
          title={<Trans>Second step at sign-in</Trans>}
          hint={
            <Trans>
              A code from an authenticator app is asked for besides the password: a password that got out is not enough.
            </Trans>
          }
        >
          <SwitchField
            control={control}
            name="staff_mfa_required"
            label={t`Required for staff`}
            description={t`Whoever has no authenticator app yet, you included, sets it up before anything else, with the next click. It cannot be turned off meanwhile.`}
          />
          <SwitchField
            control={control}
            name="portal_mfa_required"
            label={t`Required for customers in the portal`}
            description={t`Every contact person sets up an authenticator app before seeing anything in the portal. Without this, each may do so on their own account page.`}
          />
        </FormSection>
      </fieldset>
      {mayManage && <SaveBar onSave={submit} saving={sending} />}
    </form>
  );
}
