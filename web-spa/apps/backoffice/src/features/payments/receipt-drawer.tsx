import { useLingui } from '@lingui/react/macro';
import { downloadPaymentReceipt } from '@portico/api/office';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { PdfModal } from '../../pdf/pdf-modal';
import { paymentQuery } from './payment.query';

export function ReceiptDrawer({ paymentId, onClose }: { paymentId: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data: payment } = useSuspenseQuery(paymentQuery(paymentId));
  const file = useQuery({
    queryKey: ['receiptPdf', paymentId],
    queryFn: async ({ signal }) => {
      const { data } = await downloadPaymentReceipt({
        path: { id: paymentId },
        parseAs: 'blob',
        signal,
        throwOnError: true,
      });
      return data as Blob;
    },
  });
  return (
    <PdfModal title={t`Receipt ${payment.number}`} file={file} fileName={`${payment.number}.pdf`} onClose={onClose} />
  );
}
