import { Trans } from '@lingui/react/macro';
import { Checkbox, Text } from '@mantine/core';

interface MandateProps {
  text: string;
  accepted: boolean;
  /** Say that it is needed. */
  invalid: boolean;
  onChange: (accepted: boolean) => void;
}

/** What the payer allows by a bank debit; kept as evidence on our server. */
export function Mandate({ text, accepted, invalid, onChange }: MandateProps) {
  return (
    <div>
      <Text size="sm" mb="xs" dir="auto">
        {text}
      </Text>
      <Checkbox
        name="mandate"
        checked={accepted}
        label={<Trans>I agree to this mandate</Trans>}
        error={invalid ? <Trans>Agree to the mandate to pay by bank debit.</Trans> : null}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
