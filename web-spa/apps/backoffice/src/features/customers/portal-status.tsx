import { useLingui } from '@lingui/react/macro';
import { StatusBadge, type Tone } from '@portico/ui';

const TONES: Record<string, Tone> = {
  invited: 'info',
  accepted: 'positive',
  disabled: 'neutral',
  reinvite_needed: 'warning',
};

export function usePortalStatusName(): (status: string) => string {
  const { t } = useLingui();
  const names: Record<string, string> = {
    none: t`No access`,
    invited: t`Invited`,
    accepted: t`Accepted`,
    disabled: t`Disabled`,
    reinvite_needed: t`Needs a new invitation`,
    expired: t`Invitation expired`,
  };
  return (status) => names[status] ?? status;
}

export function PortalStatus({ status, expired }: { status: string; expired?: boolean }) {
  const name = usePortalStatusName();
  if (expired) {
    return <StatusBadge tone="warning">{name('expired')}</StatusBadge>;
  }
  return <StatusBadge tone={TONES[status] ?? 'neutral'}>{name(status)}</StatusBadge>;
}
