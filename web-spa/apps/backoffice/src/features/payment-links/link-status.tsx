import { useLingui } from '@lingui/react/macro';
import { StatusBadge, type Tone } from '@portico/ui';

const TONES: Record<string, Tone> = { active: 'info', viewed: 'info', paid: 'positive' };

export function useLinkStatusName(): (status: string) => string {
  const { t } = useLingui();
  const names: Record<string, string> = {
    active: t`Active`,
    viewed: t`Viewed`,
    paid: t`Paid`,
    expired: t`Expired`,
    cancelled: t`Cancelled`,
  };
  return (status) => names[status] ?? status;
}

export function LinkStatus({ status }: { status: string }) {
  const name = useLinkStatusName();
  return <StatusBadge tone={TONES[status] ?? 'neutral'}>{name(status)}</StatusBadge>;
}
