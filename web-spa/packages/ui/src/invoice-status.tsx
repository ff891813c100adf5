import { useLingui } from '@lingui/react/macro';
import { StatusBadge, type Tone } from './status-badge';

const TONES: Record<string, Tone> = {
  draft: 'neutral',
  sent: 'info',
  unpaid: 'info',
  viewed: 'info',
  overdue: 'negative',
  partially_paid: 'warning',
  paid: 'positive',
  void: 'neutral',
  written_off: 'neutral',
};

/** A status the server invents later is shown as it is called, in neutral. */
function humanise(status: string): string {
  return status.charAt(0).toUpperCase() + status.slice(1).replaceAll('_', ' ');
}

export function useInvoiceStatusName(): (status: string, audience?: 'customer' | 'staff') => string {
  const { t } = useLingui();
  return (status, audience = 'customer') => {
    switch (status) {
      case 'draft':
        return t`Draft`;
      case 'sent':
        return audience === 'customer' ? t`Unpaid` : t`Sent`;
      case 'viewed':
        return audience === 'customer' ? t`Unpaid` : t`Viewed`;
      case 'unpaid':
        return t`Unpaid`;
      case 'overdue':
        return t`Overdue`;
      case 'partially_paid':
        return t`Partially paid`;
      case 'paid':
        return t`Paid`;
      case 'void':
        return t`Void`;
      case 'written_off':
        return t`Written off`;
      default:
        return humanise(status);
    }
  };
}

/** For the customer "sent" and "viewed" both mean: not paid yet. */
export function InvoiceStatus({ status, audience }: { status: string; audience?: 'customer' | 'staff' }) {
  const name = useInvoiceStatusName();
  return <StatusBadge tone={TONES[status] ?? 'neutral'}>{name(status, audience)}</StatusBadge>;
}
