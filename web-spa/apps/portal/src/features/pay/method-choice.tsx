import { useLingui } from '@lingui/react/macro';
import { Radio, Stack } from '@mantine/core';
import { KeptName } from './kept-name';
import { isExpired, type PayWay } from './pay-way';

interface MethodChoiceProps {
  /** What is chosen, unless it is how to pay. */
  label?: string;
  ways: PayWay[];
  value: PayWay;
  onChange: (way: PayWay) => void;
}

/** How to pay; nothing to choose when there is one way only. */
export function MethodChoice({ label, ways, value, onChange }: MethodChoiceProps) {
  const { t } = useLingui();
  if (ways.length < 2) return null;
  const names: Record<string, string> = { card: t`Card`, bank_debit: t`Bank debit`, wallet: t`PayPal` };
  const others: Record<string, string> = { card: t`Another card`, bank_debit: t`Another account` };
  const name = ({ kept, option: { gateway, method } }: PayWay) => {
    if (kept) return <KeptName method={kept} />;
    const alike = ways.filter(({ option }) => option.method === method);
    const plain = (alike.some((way) => way.kept) ? others[method] : names[method]) ?? method;
    // A gateway's name says something only where two take the same.
    return alike.filter((way) => !way.kept).length > 1 ? `${plain} (${gateway})` : plain;
  };
  return (
    <Radio.Group
      label={label ?? t`How to pay`}
      value={value.key}
      onChange={(key) => {
        const chosen = ways.find((way) => way.key === key);
        if (chosen) onChange(chosen);
      }}
    >
      <Stack gap="sm" mt="xs">
        {ways.map((way) => (
          <Radio
            key={way.key}
            value={way.key}
            label={name(way)}
            disabled={way.kept !== null && isExpired(way.kept.expiry)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
