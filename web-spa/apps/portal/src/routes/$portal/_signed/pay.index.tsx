import { createFileRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../../app/language';
import { Pay } from '../../../features/pay/pay';
import { loadPayable, parsePaySearch } from '../../../features/pay/pay.query';
import { PaySkeleton } from '../../../features/pay/pay.skeleton';

export const Route = createFileRoute('/$portal/_signed/pay/')({
  validateSearch: parsePaySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => withLaterTexts(loadPayable(context.queryClient, deps)),
  // What is owed is asked anew each time: somebody else may have paid meanwhile.
  gcTime: 0,
  shouldReload: true,
  pendingComponent: PaySkeleton,
  component: PayRoute,
});

function PayRoute() {
  return <Pay {...Route.useLoaderData()} />;
}
