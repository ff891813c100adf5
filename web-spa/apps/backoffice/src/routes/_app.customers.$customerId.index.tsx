import { createFileRoute } from '@tanstack/react-router';
import { CustomerOverview } from '../features/customers/customer-overview';

export const Route = createFileRoute('/_app/customers/$customerId/')({
  component: function OverviewTab() {
    return <CustomerOverview customerId={Route.useParams().customerId} />;
  },
});
