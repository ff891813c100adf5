import { Plural, Trans } from '@lingui/react/macro';
import { Alert, Button, Group, ScrollArea, Table, Text } from '@mantine/core';
import type { ImportPreview } from '@portico/api/office';

interface ImportReviewProps {
  preview: ImportPreview;
  busy: boolean;
  onBack: () => void;
  onImport: () => void;
}

/** Each error with its row; the import begins only when there is none. */
export function ImportReview({ preview, busy, onBack, onImport }: ImportReviewProps) {
  const { rows_total: total, rows_valid: valid, errors, sample, columns } = preview;
  return (
    <>
      {errors.length === 0 ? (
        <Alert color="teal" mt="md">
          <Plural
            value={total}
            one="# row is fine and can be imported."
            other="All # rows are fine and can be imported."
          />
        </Alert>
      ) : (
        <>
          <Alert color="orange" mt="md" role="alert">
            <Trans>
              {valid} of {total} rows are fine. Correct the others in the file and upload it again; nothing is imported
              half.
            </Trans>
          </Alert>
          <ScrollArea.Autosize mah={320} mt="sm">
            <Table fz={13} stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>
                    <Trans>Row</Trans>
                  </Table.Th>
                  <Table.Th>
                    <Trans>Column</Trans>
                  </Table.Th>
                  <Table.Th>
                    <Trans>What is wrong</Trans>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {errors.map((error) => (
                  <Table.Tr key={`${error.line}-${error.column}-${error.code}`}>
                    <Table.Td>{error.line}</Table.Td>
                    <Table.Td>{error.column}</Table.Td>
                    <Table.Td>{error.detail}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
        </>
      )}
      <Text size="xs" c="dimmed" mt="md" mb={4}>
        <Trans>The first rows as they were read</Trans>
      </Text>
      <Table.ScrollContainer minWidth={600}>
        <Table fz={12}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sample.map((row) => (
              <Table.Tr key={row.line}>
                {columns.map((column) => (
                  <Table.Td key={column}>{String(Reflect.get(row.values, column) ?? '')}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
        <Button onClick={onImport} loading={busy} disabled={errors.length > 0 || valid === 0}>
          <Plural value={valid} one="Import # customer" other="Import # customers" />
        </Button>
      </Group>
    </>
  );
}
