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
  const names: Record<string, string> = { card: t`Card`, bank_debit: t`Bank debit`, wallet: t`PayPal` };
  // A gateway's name says something only where two take the same.
  const name = ({ gateway, method }: PaymentOption) => {
    const twice = options.filter((option) => option.method === method).length > 1;
    const plain = names[method] ?? method;
    return twice ? `${plain} (${gateway})` : plain;
  };
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
