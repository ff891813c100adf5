import { createFileRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../../app/language';
import { PaySkeleton } from '../../../features/pay/pay.skeleton';
import { Transfer } from '../../../features/transfer/transfer';
import { transferOptions } from '../../../features/transfer/transfer.query';

export const Route = createFileRoute('/$portal/_signed/invoices/$invoiceId_/transfer')({
  loader: ({ context, params }) =>
    withLaterTexts(context.queryClient.ensureQueryData(transferOptions(params.invoiceId))),
  // What is owed is asked anew each time: it may have been paid meanwhile.
  gcTime: 0,
  shouldReload: true,
  pendingComponent: PaySkeleton,
  component: TransferRoute,
});

function TransferRoute() {
  return <Transfer id={Route.useParams().invoiceId} />;
}
