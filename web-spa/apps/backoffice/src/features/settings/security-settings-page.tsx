import { OrganizationFrame } from './organization-frame';
import { SecuritySettingsForm } from './security-settings-form';

export function SecuritySettingsPage() {
  return (
    <OrganizationFrame>
      {(organization, onProblem) => (
        <SecuritySettingsForm key={organization.version} organization={organization} onProblem={onProblem} />
      )}
    </OrganizationFrame>
  );
}
