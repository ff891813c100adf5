import { Trans, useLingui } from '@lingui/react/macro';
import { LinkButton } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../app/session';
import { Empty } from '../../list/empty';
import { ListBody } from '../../list/list-body';
import { IconCustomers, IconPlus, IconUpload } from '../../shell/icons';
import { Page } from '../../shell/page';
import { useShortcut } from '../../shell/shortcuts';
import { SignUpsLink } from '../portal-sign-ups/sign-ups-link';
import { type CustomerSearch, customersQuery } from './customer.query';
import { customerColumns } from './customer-columns';
import { CustomerFilters } from './customer-filters';
import { InviteSelected } from './invite-selected';

interface CustomerListProps {
  search: CustomerSearch;
  onSearch: (patch: Partial<CustomerSearch>) => void;
}

export function CustomerList({ search, onSearch }: CustomerListProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const query = useQuery(customersQuery(search));
  const mayManage = useCan('manage_customers');
  const mayInvite = useCan('manage_portal_access');
  const mayImport = useCan('import_customers');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  useShortcut('c', () => navigate({ to: '/customers/new' }), mayManage);

  const add = mayManage && (
    <LinkButton to="/customers/new" leftSection={<IconPlus />}>
      <Trans>New customer</Trans>
    </LinkButton>
  );
  const upload = mayImport && (
    <LinkButton to="/customers/import" variant="default" leftSection={<IconUpload />}>
      <Trans>Import</Trans>
    </LinkButton>
  );

  return (
    <Page
      title={t`Customers`}
      actions={
        <>
          <SignUpsLink />
          {upload}
          {add}
        </>
      }
    >
      <ListBody
        label={t`Customers`}
        searchLabel={t`Search customers`}
        query={query}
        search={search}
        onSearch={onSearch}
        filtered={Boolean(search.active || search.currency || search.portal_status)}
        clear={() => onSearch({ q: undefined, active: undefined, currency: undefined, portal_status: undefined })}
        filters={<CustomerFilters search={search} onSearch={onSearch} />}
        columns={customerColumns}
        rowId={(row) => row.id}
        muted={(row) => !row.active}
        onOpen={(row) => navigate({ to: '/customers/$customerId', params: { customerId: row.id } })}
        selected={mayInvite ? selected : undefined}
        onSelect={mayInvite ? setSelected : undefined}
        bulk={
          <InviteSelected
            customers={(query.data?.data ?? []).filter((row) => selected.has(row.id))}
            onDone={() => setSelected(new Set())}
          />
        }
        first={
          <Empty
            icon={<IconCustomers />}
            title={<Trans>No customers yet</Trans>}
            action={
              <>
                {add} {upload}
              </>
            }
          >
            <Trans>Add the first company or person you sell to, or bring them all from a CSV file.</Trans>
          </Empty>
        }
      />
    </Page>
  );
}
