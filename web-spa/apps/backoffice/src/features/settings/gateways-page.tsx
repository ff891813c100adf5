import { Trans, useLingui } from '@lingui/react/macro';
import type { Gateway } from '@portico/api/office';
import { listGatewaysOptions } from '@portico/api/office/query';
import { StatusBadge } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../app/session';
import type { Column } from '../../list/columns';
import { BankAccounts } from './bank-accounts/bank-accounts';
import { BlockWhenPending } from './block-when-pending';
import { GatewayDrawer } from './gateways/gateway-drawer';
import { methodName } from './gateways/gateway-words';
import { OpenCell } from './open-cell';
import { OrganizationFrame } from './organization-frame';
import { SettingsSection } from './settings-section';
import { SettingsTable } from './settings-table';

export function GatewaysPage() {
  const { t } = useLingui();
  const mayManage = useCan('manage_gateways');
  const query = useQuery(listGatewaysOptions());
  const [openKind, setOpenKind] = useState<string | null>(null);
  const open = query.data?.data.find(({ kind }) => kind === openKind);
  const columns: Column<Gateway>[] = [
    {
      id: 'name',
      header: <Trans>Name</Trans>,
      phone: 'title',
      cell: (row) => (mayManage ? <OpenCell onClick={() => setOpenKind(row.kind)}>{row.name}</OpenCell> : row.name),
    },
    {
      id: 'methods',
      header: <Trans>Methods</Trans>,
      phone: 'meta',
      cell: (row) => row.methods.map(methodName).join(', '),
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
    { id: 'enabled', header: <Trans>Status</Trans>, phone: 'status', cell: (row) => <Standing gateway={row} /> },
  ];
  return (
    <>
      <SettingsSection title={<Trans>Gateways</Trans>}>
        <SettingsTable
          label={t`Gateways`}
          query={query}
          columns={columns}
          rowId={(row) => row.kind}
          onOpen={mayManage ? (row) => setOpenKind(row.kind) : undefined}
          empty={<Trans>No gateway is connected.</Trans>}
        />
        <OrganizationFrame>
          {(organization) => (
            <>
              <BlockWhenPending organization={organization} />
              {open && (
                <GatewayDrawer
                  gateway={open}
                  baseCurrency={organization.base_currency}
                  onClose={() => setOpenKind(null)}
                />
              )}
            </>
          )}
        </OrganizationFrame>
      </SettingsSection>
      <BankAccounts />
    </>
  );
}

function Standing({ gateway }: { gateway: Gateway }) {
  if (!gateway.connected) {
    return (
      <StatusBadge tone="neutral">
        <Trans>Not connected</Trans>
      </StatusBadge>
    );
  }
  if (gateway.check_failure) {
    return (
      <StatusBadge tone="negative">
        <Trans>Does not work</Trans>
      </StatusBadge>
    );
  }
  return gateway.enabled ? (
    <StatusBadge tone="positive">
      <Trans>Connected</Trans>
    </StatusBadge>
  ) : (
    <StatusBadge tone="neutral">
      <Trans>Off</Trans>
    </StatusBadge>
  );
}
