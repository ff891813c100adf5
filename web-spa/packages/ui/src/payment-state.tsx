import { useLingui } from '@lingui/react/macro';
import { StatusBadge, type Tone } from './status-badge';

const TONES: Record<string, Tone> = {
  requires_action: 'warning',
  pending: 'info',
  succeeded: 'positive',
  failed: 'negative',
  cancelled: 'neutral',
  partially_refunded: 'warning',
  refunded: 'neutral',
};

export function PaymentState({ state }: { state: string }) {
  const { t } = useLingui();
  const names: Record<string, string> = {
    requires_action: t`Not confirmed`,
    pending: t`Processing`,
    succeeded: t`Succeeded`,
    failed: t`Failed`,
    cancelled: t`Cancelled`,
    partially_refunded: t`Partly refunded`,
    refunded: t`Refunded`,
  };
  return <StatusBadge tone={TONES[state] ?? 'neutral'}>{names[state] ?? state}</StatusBadge>;
}

/** How the money came: the modes staff may record, and online. */
export function usePaymentMode(): (mode: string) => string {
  const { t } = useLingui();
  const names: Record<string, string> = {
    cash: t`Cash`,
    check: t`Cheque`,
    bank_transfer: t`Bank transfer`,
    bank_remittance: t`Bank remittance`,
    card: t`Card`,
    direct_debit: t`Direct debit`,
    online: t`Online`,
    other: t`Other`,
  };
  return (mode) => names[mode] ?? mode;
}
