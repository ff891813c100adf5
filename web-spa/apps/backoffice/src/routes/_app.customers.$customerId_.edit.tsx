import { createFileRoute } from '@tanstack/react-router';
import { customerQuery } from '../features/customers/customer.query';
import { EditCustomer } from '../features/customers/edit-customer';
import { PageSkeleton } from '../shell/page-skeleton';

export const Route = createFileRoute('/_app/customers/$customerId_/edit')({
  loader: ({ context, params }) => context.client.fetchQuery({ ...customerQuery(params.customerId), staleTime: 0 }),
  pendingMs: 300,
  pendingComponent: PageSkeleton,
  component: function EditCustomerRoute() {
    return <EditCustomer customerId={Route.useParams().customerId} />;
  },
});
