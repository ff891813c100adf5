import { Trans, useLingui } from '@lingui/react/macro';
import type { Organization } from '@portico/api/office';
import { type Control, useWatch } from 'react-hook-form';
import { SwitchField } from '../../form/fields';
import { FormSection } from '../../form/form-section';
import { CopyField } from '../../shell/copy-field';
import type { PortalSettings } from './portal-settings-values';

interface SignUpSectionProps {
  control: Control<PortalSettings>;
  organization: Organization;
}

/** Whether customers sign up by themselves, and the link to be shared with them. */
export function SignUpSection({ control, organization }: SignUpSectionProps) {
  const { t } = useLingui();
  const allowed = useWatch({ control, name: 'allow_signup' });
  return (
    <FormSection title={<Trans>Signing up</Trans>}>
      <SwitchField
        control={control}
        name="allow_signup"
        label={t`Customers may sign up by themselves`}
        description={t`Whoever confirms the e-mail address of one of your contact persons comes in at once. Anybody else waits until you decide. Whose access you ended stays out.`}
      />
      {allowed && (
        <CopyField
          label={t`Link to share`}
          description={
            organization.allow_signup ? t`For your website, or below your e-mails.` : t`It works once you have saved.`
          }
          value={`${organization.portal_url}/sign-up`}
        />
      )}
    </FormSection>
  );
}
