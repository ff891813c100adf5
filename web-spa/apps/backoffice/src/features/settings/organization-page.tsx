import { OrganizationForm } from './organization-form';
import { OrganizationFrame } from './organization-frame';

export function OrganizationPage() {
  return (
    <OrganizationFrame>
      {(organization, onProblem) => (
        <OrganizationForm key={organization.version} organization={organization} onProblem={onProblem} />
      )}
    </OrganizationFrame>
  );
}
