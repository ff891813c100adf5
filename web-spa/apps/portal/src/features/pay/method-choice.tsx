import { useLingui } from '@lingui/react/macro';
import { Radio, Stack } from '@mantine/core';
import type { PaymentOption } from '@portico/api/portal';
import { keyOf } from './gateways/known';

interface MethodChoiceProps {
  options: PaymentOption[];
  value: PaymentOption;
  onChange: (option: PaymentOption) => void;
}

/** How to pay; nothing to choose when there is one way only. */
export function MethodChoice({ options, value, onChange }: MethodChoiceProps) {
  const { t } = useLingui();
  if (options.length < 2) return null;
  const name = ({ gateway, method }: PaymentOption) =>
    method === 'bank_debit' ? t`Bank debit (${gateway})` : t`Card (${gateway})`;
  return (
    <Radio.Group
      label={t`How to pay`}
      value={keyOf(value)}
      onChange={(key) => {
        const chosen = options.find((option) => keyOf(option) === key);
        if (chosen) onChange(chosen);
      }}
    >
      <Stack gap="sm" mt="xs">
        {options.map((option) => (
          <Radio key={keyOf(option)} value={keyOf(option)} label={name(option)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
