import { useLingui } from '@lingui/react/macro';
import { downloadInvoicePdf } from '@portico/api/office';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { PdfModal } from '../../pdf/pdf-modal';
import { invoiceQuery } from './invoice.query';

export function PdfDrawer({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data: invoice } = useSuspenseQuery(invoiceQuery(invoiceId));
  const file = useQuery({
    queryKey: ['invoicePdf', invoiceId, invoice.version],
    queryFn: async ({ signal }) => {
      const { data } = await downloadInvoicePdf({
        path: { id: invoiceId },
        query: { disposition: 'inline' },
        parseAs: 'blob',
        signal,
        throwOnError: true,
      });
      return data as Blob;
    },
    staleTime: 60_000,
  });
  return (
    <PdfModal
      title={invoice.number ?? t`Draft`}
      file={file}
      fileName={`${invoice.number ?? t`Draft`}.pdf`}
      onClose={onClose}
    />
  );
}
