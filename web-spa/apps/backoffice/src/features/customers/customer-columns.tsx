import { Trans } from '@lingui/react/macro';
import type { CustomerSummary } from '@portico/api/office';
import { Link, Money, StatusBadge } from '@portico/ui';
import type { Column } from '../../list/columns';
import { PortalStatus } from './portal-status';

export const customerColumns: readonly Column<CustomerSummary>[] = [
  {
    id: 'name',
    header: <Trans>Name</Trans>,
    sort: 'display_name',
    phone: 'title',
    cell: (row) => (
      <Link to="/customers/$customerId" params={{ customerId: row.id }} c="inherit" fw={500}>
        {row.display_name}
      </Link>
    ),
  },
  {
    id: 'email',
    header: <Trans>E-mail</Trans>,
    phone: 'meta',
    cell: (row) => row.email && <bdi>{row.email}</bdi>,
  },
  { id: 'phone', header: <Trans>Phone</Trans>, cell: (row) => row.phone && <bdi>{row.phone}</bdi> },
  {
    id: 'portal',
    header: <Trans>Portal</Trans>,
    phone: 'status',
    cell: (row) =>
      row.active ? (
        <PortalStatus status={row.portal_status} />
      ) : (
        <StatusBadge tone="neutral">
          <Trans>Inactive</Trans>
        </StatusBadge>
      ),
  },
  {
    id: 'credit',
    header: <Trans>Credit</Trans>,
    align: 'end',
    cell: (row) => (row.credit.amount === 0 ? null : <Money value={row.credit} />),
  },
  {
    id: 'outstanding',
    header: <Trans>Outstanding</Trans>,
    align: 'end',
    sort: 'outstanding',
    phone: 'aside',
    cell: (row) => <Money value={row.outstanding} />,
  },
];
