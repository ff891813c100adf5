import { Trans, useLingui } from '@lingui/react/macro';
import { ifMatch } from '@portico/api/client';
import { getInvoice, updateInvoice } from '@portico/api/office';
import { getInvoiceQueryKey } from '@portico/api/office/query';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { Empty } from '../../list/empty';
import { BackLink } from '../../shell/back-link';
import { Page } from '../../shell/page';
import { EditNotes } from './edit-notes';
import { EditorFrame } from './editor-frame';
import { invoiceQuery, useTaxOptions } from './invoice.query';
import { InvoiceConflict } from './invoice-conflict';
import { InvoiceEditor, type Next } from './invoice-editor';
import { invoiceInput, invoiceValues } from './invoice-values';

export function EditInvoice({ invoiceId }: { invoiceId: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const taxes = useTaxOptions();
  const { data } = useSuspenseQuery(invoiceQuery(invoiceId));
  // What the person began with; a refetch in the background must not move the ground under the form.
  const [invoice, setInvoice] = useState(data);
  const [conflict, setConflict] = useState(false);
  const params = { invoiceId };
  const name = invoice.number ?? t`Draft`;
  const may = (action: string) => invoice.allowed_actions.includes(action);
  const show = () => navigate({ to: '/invoices/$invoiceId', params });
  const go = (next: Next) => (next === 'send' ? navigate({ to: '/invoices/$invoiceId/send', params }) : show());
  const stale = (code: string) => {
    setConflict(code === 'version_mismatch');
    return code === 'version_mismatch';
  };

  const patch = async (body: Parameters<typeof updateInvoice>[0]['body']) => {
    const saved = await updateInvoice({
      path: { id: invoiceId },
      headers: ifMatch(invoice.version),
      body,
      throwOnError: true,
    });
    client.setQueryData(getInvoiceQueryKey({ path: { id: invoiceId } }), saved.data);
    await refresh(client, ...MONEY_VIEWS);
  };

  return (
    <Page
      title={invoice.number ? t`Edit ${name}` : t`Edit draft`}
      back={
        <BackLink to="/invoices/$invoiceId" params={params}>
          <bdi>{name}</bdi>
        </BackLink>
      }
    >
      {may('edit') ? (
        <EditorFrame>
          {({ organization, gateways }) => (
            <InvoiceEditor
              key={invoice.version}
              initial={invoiceValues(invoice)}
              organization={organization}
              gateways={gateways}
              taxes={taxes}
              maySend={may('send')}
              onCancel={show}
              onProblem={(problem) => stale(problem.code)}
              onSave={async (values, roundingChosen) => {
                const { round_total, ...body } = invoiceInput(values);
                await patch(roundingChosen ? { ...body, round_total } : body);
                return go;
              }}
            />
          )}
        </EditorFrame>
      ) : may('edit_notes') ? (
        <EditNotes
          key={invoice.version}
          invoice={invoice}
          onCancel={show}
          onProblem={(problem) => stale(problem.code)}
          onSave={async (body) => {
            await patch(body);
            return show;
          }}
        />
      ) : (
        <Empty title={<Trans>This invoice can no longer be edited</Trans>}>
          <Trans>Duplicate it, or void it and write a new one.</Trans>
        </Empty>
      )}
      <InvoiceConflict
        opened={conflict}
        mine={invoice}
        onClose={() => setConflict(false)}
        onReload={async () => {
          const fresh = await getInvoice({ path: { id: invoiceId }, throwOnError: true });
          setInvoice(fresh.data);
          setConflict(false);
        }}
      />
    </Page>
  );
}
