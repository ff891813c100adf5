import { Trans, useLingui } from '@lingui/react/macro';
import type { Gateway } from '@portico/api/office';
import { listGatewaysOptions } from '@portico/api/office/query';
import { StatusBadge } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import type { Column } from '../../list/columns';
import { BankAccounts } from './bank-accounts/bank-accounts';
import { BlockWhenPending } from './block-when-pending';
import { OrganizationFrame } from './organization-frame';
import { SettingsSection } from './settings-section';
import { SettingsTable } from './settings-table';

export function GatewaysPage() {
  const { t } = useLingui();
  const query = useQuery(listGatewaysOptions());
  const methods: Record<string, string> = { card: t`Card`, bank_debit: t`Bank debit` };
  const columns: Column<Gateway>[] = [
    { id: 'name', header: <Trans>Name</Trans>, phone: 'title', cell: (row) => row.name },
    {
      id: 'methods',
      header: <Trans>Methods</Trans>,
      phone: 'meta',
      cell: (row) => row.methods.map((method) => methods[method] ?? method).join(', '),
    },
    {
      id: 'mode',
      header: <Trans>Mode</Trans>,
      phone: 'meta',
      cell: (row) =>
        row.test_mode && (
          <StatusBadge tone="warning">
            <Trans>Test mode</Trans>
          </StatusBadge>
        ),
    },
    {
      id: 'enabled',
      header: <Trans>Status</Trans>,
      phone: 'status',
      cell: (row) =>
        row.enabled ? (
          <StatusBadge tone="positive">
            <Trans>Connected</Trans>
          </StatusBadge>
        ) : (
          <StatusBadge tone="neutral">
            <Trans>Off</Trans>
          </StatusBadge>
        ),
    },
  ];
  return (
    <>
      <SettingsSection title={<Trans>Gateways</Trans>}>
        <SettingsTable
          label={t`Gateways`}
          query={query}
          columns={columns}
          rowId={(row) => row.kind}
          empty={<Trans>No gateway is connected.</Trans>}
        />
        <OrganizationFrame>{(organization) => <BlockWhenPending organization={organization} />}</OrganizationFrame>
      </SettingsSection>
      <BankAccounts />
    </>
  );
}
