import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text, VisuallyHidden } from '@mantine/core';
import { type Mail, retryMail } from '@portico/api/office';
import { Instant, StatusBadge, type Tone } from '@portico/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failed, said } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import type { Column } from '../../list/columns';
import { DataGrid } from '../../list/data-grid';
import { Empty } from '../../list/empty';
import { Failure } from '../../list/failure';
import { GridSkeleton } from '../../list/grid-skeleton';
import { Pager } from '../../list/pager';
import { StatusTabs } from '../../list/status-tabs';
import { IconCheck, IconMail } from '../../shell/icons';
import { type MailSearch, mailsQuery } from './mails.query';

const TONES: Record<string, Tone> = { sent: 'positive', queued: 'info', failed: 'negative' };

interface MailsPageProps {
  search: MailSearch;
  onSearch: (patch: Partial<MailSearch>) => void;
}

export function MailsPage({ search, onSearch }: MailsPageProps) {
  const { t } = useLingui();
  const query = useQuery(mailsQuery(search));
  const mayRetry = useCan('retry_mail');
  const names: Record<string, string> = { sent: t`Sent`, queued: t`Waiting`, failed: t`Failed` };
  const columns: Column<Mail>[] = [
    { id: 'subject', header: <Trans>Subject</Trans>, phone: 'title', cell: (row) => row.subject },
    { id: 'to', header: <Trans>To</Trans>, phone: 'meta', cell: (row) => <bdi>{row.to}</bdi> },
    {
      id: 'at',
      header: <Trans>Time</Trans>,
      phone: 'meta',
      cell: (row) => <Instant value={row.sent_at ?? row.created_at} />,
    },
    {
      id: 'status',
      header: <Trans>Status</Trans>,
      phone: 'status',
      cell: (row) => <StatusBadge tone={TONES[row.status] ?? 'neutral'}>{names[row.status] ?? row.status}</StatusBadge>,
    },
    {
      id: 'retry',
      header: (
        <VisuallyHidden>
          <Trans>More actions</Trans>
        </VisuallyHidden>
      ),
      phone: 'aside',
      cell: (row) => mayRetry && row.status === 'failed' && <Retry mail={row} />,
    },
    {
      id: 'error',
      header: <Trans>Reason</Trans>,
      phone: 'meta',
      cell: (row) =>
        row.last_error && (
          <Text size="xs" truncate maw={220} title={row.last_error}>
            <bdi>{row.last_error}</bdi>
          </Text>
        ),
    },
  ];
  const page = query.data;

  return (
    <>
      <StatusTabs
        label={t`E-mails by status`}
        value={search.status ?? 'all'}
        onChange={(status) => onSearch({ status: status === 'all' ? undefined : status })}
        options={[
          { value: 'all', label: t`All` },
          { value: 'failed', label: t`Failed` },
          { value: 'queued', label: t`Waiting` },
          { value: 'sent', label: t`Sent` },
        ]}
      />
      {query.isError && !page && <Failure error={query.error} retry={() => query.refetch()} />}
      {query.isPending && <GridSkeleton columns={5} />}
      {page?.data.length === 0 &&
        (search.status === 'failed' ? (
          <Empty icon={<IconCheck />} title={<Trans>All done</Trans>}>
            <Trans>Every e-mail was delivered.</Trans>
          </Empty>
        ) : (
          <Empty icon={<IconMail />} title={<Trans>No e-mails here</Trans>} />
        ))}
      {page && page.data.length > 0 && (
        <>
          <DataGrid
            label={t`E-mails`}
            columns={columns}
            rows={page.data}
            rowId={(row) => row.id}
            stale={query.isPlaceholderData}
          />
          <Pager
            shown={page.data.length}
            cursor={search.cursor}
            next={page.next_cursor}
            onCursor={(cursor) => onSearch({ cursor })}
          />
        </>
      )}
    </>
  );
}

function Retry({ mail }: { mail: Mail }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    try {
      await retryMail({ path: { id: mail.id }, throwOnError: true });
      await refresh(client, 'listMails', 'getOfficeHome', 'getInvoice');
      said(t`The e-mail to ${mail.to} is sent again.`);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="compact-sm" variant="default" loading={busy} onClick={retry}>
      <Trans>Send again</Trans>
    </Button>
  );
}
