import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { type ApiProblem, isProblem } from '@portico/api/client';
import { ProblemAlert } from '@portico/ui';
import type { ReactNode } from 'react';
import { DeclineReason } from '../../pay/decline-reason';

interface MethodProblemProps {
  error: unknown;
  /** What has not been done. */
  title: ReactNode;
}

/** Why something that is kept, or was to be, could not be saved, changed or removed. No money is meant here. */
export function MethodProblem({ error, title }: MethodProblemProps) {
  const reason = isProblem(error) ? reasonOf(error) : null;
  if (!reason) return <ProblemAlert error={error} />;
  return (
    <Alert role="alert" color="red" variant="light" title={title}>
      {reason}
    </Alert>
  );
}

function reasonOf(error: ApiProblem): ReactNode {
  if (error.code === 'payment_declined') {
    const code = error.errors[0]?.code ?? null;
    return <DeclineReason failure={{ code: code ?? '', message_key: code, message: error.detail }} />;
  }
  if (error.code === 'not_allowed_in_state') {
    return <Trans>It was not accepted. Check what you entered and try again, or use another card or account.</Trans>;
  }
  if (error.code === 'gateway_unavailable') {
    return <Trans>The payment provider does not answer. Try again in a moment.</Trans>;
  }
  return null;
}
