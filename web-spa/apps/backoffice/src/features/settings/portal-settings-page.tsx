import { OrganizationFrame } from './organization-frame';
import { PortalSettingsForm } from './portal-settings-form';

export function PortalSettingsPage() {
  return (
    <OrganizationFrame>
      {(organization, onProblem) => (
        <PortalSettingsForm key={organization.version} organization={organization} onProblem={onProblem} />
      )}
    </OrganizationFrame>
  );
}
