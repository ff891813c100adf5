import { useLingui } from '@lingui/react/macro';
import { StatusBadge, type Tone } from '@portico/ui';

const TONES: Record<string, Tone> = { waiting: 'warning', approved: 'positive' };

export function useSignUpStatusName(): (status: string) => string {
  const { t } = useLingui();
  const names: Record<string, string> = { waiting: t`Waiting`, approved: t`Let in`, declined: t`Turned away` };
  return (status) => names[status] ?? status;
}

export function SignUpStatus({ status }: { status: string }) {
  const name = useSignUpStatusName();
  return <StatusBadge tone={TONES[status] ?? 'neutral'}>{name(status)}</StatusBadge>;
}
