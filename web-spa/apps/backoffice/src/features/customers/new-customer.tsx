import { Trans, useLingui } from '@lingui/react/macro';
import { createCustomer, grantPortalAccess } from '@portico/api/office';
import { getOrganizationOptions } from '@portico/api/office/query';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { failed } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { Failure } from '../../list/failure';
import { GridSkeleton } from '../../list/grid-skeleton';
import { BackLink } from '../../shell/back-link';
import { Page } from '../../shell/page';
import { customerInput, newCustomer } from './customer-fields';
import { CustomerForm } from './customer-form';

export function NewCustomer() {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const organization = useQuery(getOrganizationOptions());

  return (
    <Page
      title={t`New customer`}
      narrow
      back={
        <BackLink to="/customers">
          <Trans>Customers</Trans>
        </BackLink>
      }
    >
      {organization.isError && <Failure error={organization.error} retry={() => organization.refetch()} />}
      {organization.isPending && <GridSkeleton columns={2} />}
      {organization.data && (
        <CustomerForm
          isNew
          initial={newCustomer(organization.data.base_currency, organization.data.payment_terms_days)}
          onSave={async (values) => {
            const { data } = await createCustomer({ body: customerInput(values), throwOnError: true });
            const person = data.primary_contact;
            // The organization may have had the person invited already.
            if (values.invite && person?.email && person.portal.status === 'none') {
              // The customer stands all the same; its page offers the invitation again.
              await grantPortalAccess({
                path: { id: data.id, person_id: person.id },
                body: {},
                throwOnError: true,
              }).catch(failed);
            }
            await refresh(client, 'listCustomers', 'getOfficeHome');
            return () => navigate({ to: '/customers/$customerId', params: { customerId: data.id } });
          }}
          onCancel={() => router.history.back()}
        />
      )}
    </Page>
  );
}
