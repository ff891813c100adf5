import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { ProblemAlert } from '@portico/ui';
import { Declined } from '../declined';
import { AmountChanged } from './use-start-link-payment';

const CHANGED = ['not_allowed_in_state', 'link_used', 'link_expired', 'amount_exceeds_balance', 'full_amount_required'];

/** Why the payment could not be started; nothing was charged in any of these cases. */
export function LinkProblem({ error }: { error: unknown }) {
  if (isProblem(error, 'payment_in_progress') || isProblem(error, 'payment_pending')) {
    return (
      <Alert role="alert" variant="light" title={<Trans>A payment is already under way</Trans>}>
        <Trans>You were not charged a second time.</Trans>
      </Alert>
    );
  }
  if (error instanceof AmountChanged || CHANGED.some((code) => isProblem(error, code))) {
    return (
      <Alert role="alert" color="red" variant="light" title={<Trans>What is due has changed</Trans>}>
        <Trans>You were not charged. Check the amount before you pay.</Trans>
      </Alert>
    );
  }
  if (isProblem(error, 'payment_declined')) return <Declined error={error} />;
  return <ProblemAlert error={error} />;
}
