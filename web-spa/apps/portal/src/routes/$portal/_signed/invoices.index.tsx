import { createFileRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../../app/language';
import { InvoiceList } from '../../../features/invoices/invoice-list';
import { invoiceListOptions, parseInvoiceSearch } from '../../../features/invoices/invoice-list.query';
import { ListSkeleton } from '../../../features/list/list.skeleton';

export const Route = createFileRoute('/$portal/_signed/invoices/')({
  validateSearch: parseInvoiceSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => withLaterTexts(context.queryClient.ensureInfiniteQueryData(invoiceListOptions(deps))),
  pendingComponent: ListSkeleton,
  component: InvoicesRoute,
});

function InvoicesRoute() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <InvoiceList
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}
