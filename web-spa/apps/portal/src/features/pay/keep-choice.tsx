import { Trans } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import type { PaymentOption } from '@portico/api/portal';

interface KeepChoiceProps {
  option: PaymentOption;
  keep: boolean;
  onChange: (keep: boolean) => void;
}

/** Nothing is kept unless the payer says so. */
export function KeepChoice({ option, keep, onChange }: KeepChoiceProps) {
  if (!option.can_keep_method) return null;
  return (
    <Checkbox
      name="keep"
      checked={keep}
      label={
        option.method === 'bank_debit' ? (
          <Trans>Use this account for future transactions</Trans>
        ) : (
          <Trans>Save this card for later</Trans>
        )
      }
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
