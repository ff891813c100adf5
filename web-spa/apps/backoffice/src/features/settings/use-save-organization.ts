import { useLingui } from '@lingui/react/macro';
import { ifMatch } from '@portico/api/client';
import { type Organization, officeSession, type UpdateOrganization, updateOrganization } from '@portico/api/office';
import { getOrganizationQueryKey } from '@portico/api/office/query';
import { useQueryClient } from '@tanstack/react-query';
import { said } from '../../app/notify';

/** Saves a part of the organization; the session's copy of it follows. */
export function useSaveOrganization(organization: Organization): (body: UpdateOrganization) => Promise<void> {
  const { t } = useLingui();
  const client = useQueryClient();
  return async (body) => {
    const { data } = await updateOrganization({ headers: ifMatch(organization.version), body, throwOnError: true });
    client.setQueryData(getOrganizationQueryKey(), data);
    adoptOrganization(data);
    said(t`Saved.`);
  };
}

function adoptOrganization(organization: Organization): void {
  const session = officeSession.get();
  if (session) {
    const { name, portal_name, base_currency, language, time_zone, date_format } = organization;
    officeSession.change({
      organization: { ...session.organization, name, portal_name, base_currency, language, time_zone, date_format },
    });
  }
}
