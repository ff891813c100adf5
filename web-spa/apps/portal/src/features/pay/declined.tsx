import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import type { ApiProblem } from '@portico/api/client';
import { DeclineReason } from './decline-reason';

/** Refused before anything was asked of the payer. */
export function Declined({ error }: { error: ApiProblem }) {
  const reason = error.errors[0]?.code ?? null;
  return (
    <Alert role="alert" color="red" variant="light" title={<Trans>The payment was not started</Trans>}>
      <DeclineReason failure={{ code: reason ?? '', message_key: reason, message: error.detail }} />{' '}
      <Trans>You were not charged.</Trans>
    </Alert>
  );
}
