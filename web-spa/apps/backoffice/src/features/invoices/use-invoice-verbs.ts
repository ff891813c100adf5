import { useLingui } from '@lingui/react/macro';
import {
  deleteInvoice,
  downloadInvoicePdf,
  duplicateInvoice,
  type Invoice,
  markInvoiceSent,
  revertInvoiceToDraft,
} from '@portico/api/office';
import { getInvoiceQueryKey } from '@portico/api/office/query';
import { saveBlob } from '@portico/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { failed, said } from '../../app/notify';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { useAsk } from '../../shell/ask';

/** The verbs of an invoice that need no form. */
export function useInvoiceVerbs(invoice: Invoice) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const ask = useAsk();
  const path = { id: invoice.id };
  const number = invoice.number ?? t`Draft`;

  const put = async (data: Invoice) => {
    client.setQueryData(getInvoiceQueryKey({ path: { id: data.id } }), data);
    await refresh(client, ...MONEY_VIEWS);
  };
  const quietly = (work: () => Promise<unknown>) => () => void work().catch(failed);

  return {
    markSent: quietly(async () => {
      const { data } = await markInvoiceSent({ path, throwOnError: true });
      await put(data);
      said(t`${data.number ?? number} is marked as sent.`);
    }),
    duplicate: quietly(async () => {
      const { data } = await duplicateInvoice({ path, throwOnError: true });
      await put(data);
      await navigate({ to: '/invoices/$invoiceId/edit', params: { invoiceId: data.id } });
      said(t`This is the copy of ${number}.`);
    }),
    download: quietly(async () => {
      const { data } = await downloadInvoicePdf({
        path,
        query: { disposition: 'attachment' },
        parseAs: 'blob',
        throwOnError: true,
      });
      saveBlob(data as Blob, `${number}.pdf`);
    }),
    revert: () =>
      ask({
        title: t`Make ${number} a draft again?`,
        text: t`It keeps its number and disappears from the portal until you send it again.`,
        confirm: t`Back to draft`,
        run: async () => put((await revertInvoiceToDraft({ path, throwOnError: true })).data),
      }),
    remove: () =>
      ask({
        title: t`Delete this draft?`,
        text: t`This cannot be undone.`,
        confirm: t`Delete`,
        danger: true,
        run: async () => {
          await deleteInvoice({ path, throwOnError: true });
          await navigate({ to: '/invoices' });
          client.removeQueries({ queryKey: getInvoiceQueryKey({ path }) });
          await refresh(client, ...MONEY_VIEWS);
        },
      }),
  };
}
