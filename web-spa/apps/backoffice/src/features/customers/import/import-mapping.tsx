import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Select, Table, Text } from '@mantine/core';
import type { ImportPreview } from '@portico/api/office';
import { useFieldNames } from './field-names';
import type { Mapping } from './import-wizard';

interface ImportMappingProps {
  preview: ImportPreview;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  busy: boolean;
  onNext: () => void;
}

export function ImportMapping({ preview, mapping, onMapping, busy, onNext }: ImportMappingProps) {
  const { t } = useLingui();
  const nameOf = useFieldNames();
  const used = new Set(Object.values(mapping));
  const missing = preview.fields.filter((field) => field.required && !used.has(field.name));

  const change = (column: string, field: string | null) => {
    const { [column]: _, ...rest } = mapping;
    onMapping(field ? { ...rest, [column]: field } : rest);
  };
  const sampleOf = (column: string) => {
    const value: unknown = preview.sample[0] && Reflect.get(preview.sample[0].values, column);
    return value === null || value === undefined ? '' : String(value);
  };

  return (
    <>
      <Table mt="md" fz={13}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Column of the file</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Example</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Becomes</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.columns.map((column) => (
            <Table.Tr key={column}>
              <Table.Td>{column}</Table.Td>
              <Table.Td c="dimmed">{sampleOf(column)}</Table.Td>
              <Table.Td>
                <Select
                  aria-label={t`Field for ${column}`}
                  placeholder={t`Left out`}
                  clearable
                  searchable
                  value={mapping[column] ?? null}
                  onChange={(field) => change(column, field)}
                  data={preview.fields.map((field) => ({
                    value: field.name,
                    label: field.required ? `${nameOf(field.name)} *` : nameOf(field.name),
                    disabled: used.has(field.name) && mapping[column] !== field.name,
                  }))}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {missing.length > 0 && (
        <Text size="sm" c="var(--portico-negative)" mt="sm">
          <Trans>Still needed: {missing.map((field) => nameOf(field.name)).join(', ')}</Trans>
        </Text>
      )}
      <Group justify="flex-end" mt="md">
        <Button onClick={onNext} loading={busy} disabled={missing.length > 0}>
          <Trans>Check the rows</Trans>
        </Button>
      </Group>
    </>
  );
}
