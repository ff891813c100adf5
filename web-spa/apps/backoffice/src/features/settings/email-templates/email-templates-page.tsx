import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { EmailTemplateSummary } from '@portico/api/office';
import { listEmailTemplatesOptions } from '@portico/api/office/query';
import { Instant, Link, StatusBadge } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import type { Column } from '../../../list/columns';
import { SettingsSection } from '../settings-section';
import { SettingsTable } from '../settings-table';
import { languageName, useMailKindName } from './template-names';

/** Every mail that goes out in the organization's name, in each of its languages. */
export function EmailTemplatesPage() {
  const { t } = useLingui();
  const nameOf = useMailKindName();
  const query = useQuery(listEmailTemplatesOptions());
  const columns: Column<EmailTemplateSummary>[] = [
    {
      id: 'kind',
      header: <Trans>E-mail</Trans>,
      phone: 'title',
      cell: (row) => (
        <Link to="/settings/email-templates/$kind/$language" params={{ kind: row.kind, language: row.language }}>
          {nameOf(row.kind)}
        </Link>
      ),
    },
    { id: 'language', header: <Trans>Language</Trans>, phone: 'meta', cell: (row) => languageName(row.language) },
    {
      id: 'to',
      header: <Trans>Goes to</Trans>,
      phone: 'meta',
      cell: (row) => (row.for_staff ? <Trans>Your team</Trans> : <Trans>Customers</Trans>),
    },
    {
      id: 'edited',
      header: <Trans>Wording</Trans>,
      phone: 'status',
      cell: (row) =>
        row.edited ? (
          <StatusBadge tone="info">
            <Trans>Edited</Trans>
          </StatusBadge>
        ) : (
          <Trans>Built in</Trans>
        ),
    },
    {
      id: 'at',
      header: <Trans>Changed</Trans>,
      phone: 'meta',
      cell: (row) => row.edited && row.updated_at && <Instant value={row.updated_at} />,
    },
  ];
  return (
    <SettingsSection title={<Trans>E-mail templates</Trans>}>
      <Text size="sm" c="dimmed" mb="sm">
        <Trans>
          Subject and text of each e-mail, in your words or the built-in ones. Readers of any other language get the
          English one.
        </Trans>
      </Text>
      <SettingsTable
        label={t`E-mail templates`}
        query={query}
        columns={columns}
        rowId={(row) => `${row.kind}.${row.language}`}
        empty={<Trans>Nothing here yet</Trans>}
      />
    </SettingsSection>
  );
}
