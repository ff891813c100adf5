import { Trans, useLingui } from '@lingui/react/macro';
import { ifMatch } from '@portico/api/client';
import { getCustomer, updateCustomer } from '@portico/api/office';
import { getCustomerQueryKey } from '@portico/api/office/query';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { refresh } from '../../app/query-client';
import { ConflictDialog } from '../../form/conflict-dialog';
import { BackLink } from '../../shell/back-link';
import { Page } from '../../shell/page';
import { customerQuery } from './customer.query';
import { customerUpdate, customerValues } from './customer-fields';
import { CustomerForm } from './customer-form';

export function EditCustomer({ customerId }: { customerId: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(customerQuery(customerId));
  // What the person began with; a refetch in the background must not move the ground under the form.
  const [customer, setCustomer] = useState(data);
  const [conflict, setConflict] = useState(false);
  const back = () => navigate({ to: '/customers/$customerId', params: { customerId } });

  return (
    <Page
      title={t`Edit ${customer.display_name}`}
      narrow
      back={
        <BackLink to="/customers/$customerId" params={{ customerId }}>
          {customer.display_name}
        </BackLink>
      }
    >
      <CustomerForm
        key={customer.version}
        initial={customerValues(customer)}
        onSave={async (values) => {
          const saved = await updateCustomer({
            path: { id: customerId },
            headers: ifMatch(customer.version),
            body: customerUpdate(values),
            throwOnError: true,
          });
          client.setQueryData(getCustomerQueryKey({ path: { id: customerId } }), saved.data);
          await refresh(client, 'listCustomers', 'getCustomerTimeline');
          return back;
        }}
        onCancel={back}
        onProblem={(problem) => {
          const stale = problem.code === 'version_mismatch';
          setConflict(stale);
          return stale;
        }}
      />
      <ConflictDialog
        opened={conflict}
        onClose={() => setConflict(false)}
        onReload={async () => {
          const fresh = await getCustomer({ path: { id: customerId }, throwOnError: true });
          setCustomer(fresh.data);
          setConflict(false);
        }}
      >
        <Trans>
          Somebody else changed this customer while you were editing. Load their version and enter your changes again.
        </Trans>
      </ConflictDialog>
    </Page>
  );
}
