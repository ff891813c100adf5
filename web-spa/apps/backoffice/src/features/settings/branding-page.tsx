import { Trans } from '@lingui/react/macro';
import { BrandingForm } from './branding-form';
import { LogoUpload } from './logo-upload';
import { OrganizationFrame } from './organization-frame';
import { PortalAddress } from './portal-address';
import { SettingsSection } from './settings-section';

export function BrandingPage() {
  return (
    <OrganizationFrame>
      {(organization, onProblem) => (
        <>
          <SettingsSection title={<Trans>Logo</Trans>}>
            <LogoUpload organization={organization} />
          </SettingsSection>
          <SettingsSection title={<Trans>Portal</Trans>}>
            <PortalAddress organization={organization} />
          </SettingsSection>
          <SettingsSection title={<Trans>Look</Trans>}>
            <BrandingForm
              key={`${organization.accent_colour}${organization.banner_message}`}
              organization={organization}
              onProblem={onProblem}
            />
          </SettingsSection>
        </>
      )}
    </OrganizationFrame>
  );
}
