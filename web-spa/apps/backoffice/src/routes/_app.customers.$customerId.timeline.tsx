import { createFileRoute } from '@tanstack/react-router';
import { CustomerTimeline } from '../features/customers/customer-timeline';

export const Route = createFileRoute('/_app/customers/$customerId/timeline')({
  component: function TimelineTab() {
    return <CustomerTimeline customerId={Route.useParams().customerId} />;
  },
});
