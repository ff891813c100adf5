import { Alert, Text } from '@mantine/core';
import type { Payment } from '@portico/api/office';
import { IconAlertTriangle } from '../../shell/icons';
import { cpText } from './cp-text';

/** Why it failed and what to do; in the server's words where this version knows none of its own. */
export function PaymentFailure({ failure }: { failure: NonNullable<Payment['failure']> }) {
  const known = cpText(failure.cp_code);
  return (
    <Alert color="red" icon={<IconAlertTriangle />} mb="md" title={failure.cp_code ?? failure.code}>
      <Text size="sm">{known?.cause ?? failure.cause ?? failure.message}</Text>
      <Text size="sm" fw={500}>
        {known?.remedy ?? failure.remedy}
      </Text>
    </Alert>
  );
}
