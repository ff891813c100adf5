import { getCustomerTimelineOptions } from '@portico/api/office/query';
import { Panel } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { Timeline } from '../../shell/timeline';

export function CustomerTimeline({ customerId }: { customerId: string }) {
  const query = useQuery(getCustomerTimelineOptions({ path: { id: customerId }, query: { limit: 100 } }));
  return (
    <Panel>
      <Timeline query={query} />
    </Panel>
  );
}
