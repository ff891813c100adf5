import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Table } from '@mantine/core';
import type { ModuleAccess } from '@portico/api/office';

interface ModuleTableProps {
  value: ModuleAccess[];
  /** What can be allowed at most; everything a module has, if absent. */
  within?: ModuleAccess[];
  disabled?: boolean;
  onChange: (value: ModuleAccess[]) => void;
}

const RIGHTS = ['view', 'download', 'pay'] as const;
type Right = (typeof RIGHTS)[number];

/** What each module knows; the server refuses anything else. */
const KNOWN: Record<string, readonly Right[]> = {
  invoices: ['view', 'download', 'pay'],
  payments: ['view', 'download'],
};

const has = (access: ModuleAccess, right: Right) => access.enabled && access.permissions.includes(right);

/** An entry with one right given or taken: without the right to see there is no other, and no module. */
function toggled(access: ModuleAccess, right: Right): ModuleAccess {
  const held = RIGHTS.filter((known) => has(access, known));
  const off = held.includes(right);
  const wanted = new Set<Right>(held);
  if (off) wanted.delete(right);
  else wanted.add('view').add(right);
  const permissions = off && right === 'view' ? [] : RIGHTS.filter((known) => wanted.has(known));
  return { ...access, enabled: permissions.length > 0, permissions };
}

/** A row for each module, a tick for each thing that may be done in it. */
export function ModuleTable({ value, within, disabled, onChange }: ModuleTableProps) {
  const { t } = useLingui();
  const modules: Record<string, string> = { invoices: t`Invoices`, payments: t`Payments` };
  const rights: Record<Right, string> = { view: t`View`, download: t`Download`, pay: t`Pay` };
  const offered = (module: string, right: Right) => {
    const most = within?.find((access) => access.module === module);
    return most === undefined || has(most, right);
  };
  return (
    <Table withRowBorders={false} maw={420}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <Trans>Module</Trans>
          </Table.Th>
          {RIGHTS.map((right) => (
            <Table.Th key={right}>{rights[right]}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {value.map((access) => {
          const module = modules[access.module] ?? access.module;
          return (
            <Table.Tr key={access.module}>
              <Table.Th scope="row" fw={500}>
                {module}
              </Table.Th>
              {RIGHTS.map((right) => (
                <Table.Td key={right}>
                  {KNOWN[access.module]?.includes(right) && (
                    <Checkbox
                      aria-label={`${module}: ${rights[right]}`}
                      checked={has(access, right) && offered(access.module, right)}
                      disabled={disabled || !offered(access.module, right)}
                      onChange={() =>
                        onChange(value.map((other) => (other === access ? toggled(access, right) : other)))
                      }
                    />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
