import { useLingui } from '@lingui/react/macro';
import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Timeline } from '../../shell/timeline';
import { invoiceTimelineQuery } from './invoice.query';

export function TimelineDrawer({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const { t } = useLingui();
  const query = useQuery(invoiceTimelineQuery(invoiceId));
  return (
    <Drawer opened onClose={onClose} title={t`Timeline`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Timeline query={query} />
    </Drawer>
  );
}
