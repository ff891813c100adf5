import { createFileRoute } from '@tanstack/react-router';
import { customerQuery } from '../features/customers/customer.query';
import { CustomerPage } from '../features/customers/customer-page';
import { PageSkeleton } from '../shell/page-skeleton';

export const Route = createFileRoute('/_app/customers/$customerId')({
  loader: ({ context, params }) => context.client.ensureQueryData(customerQuery(params.customerId)),
  pendingMs: 300,
  pendingComponent: PageSkeleton,
  component: function CustomerRoute() {
    return <CustomerPage customerId={Route.useParams().customerId} />;
  },
});
