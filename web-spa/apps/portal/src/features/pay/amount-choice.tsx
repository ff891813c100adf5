import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Stack, TextInput } from '@mantine/core';
import { decimalToMinor, type MoneyValue, tooManyDecimals, useFormat } from '@portico/i18n';
import { decimalsText, Money } from '@portico/ui';

export interface AmountText {
  partial: boolean;
  text: string;
}

/** The chosen amount in minor units, or null while what is typed is no amount that can be paid. */
export function chosenAmount({ partial, text }: AmountText, balance: MoneyValue): number | null {
  if (!partial) return balance.amount;
  const amount = decimalToMinor(text, balance.currency);
  return amount !== null && amount >= 1 && amount <= balance.amount ? amount : null;
}

interface AmountChoiceProps {
  balance: MoneyValue;
  value: AmountText;
  /** Show what is wrong with the amount. */
  invalid: boolean;
  onChange: (value: AmountText) => void;
}

/** The whole balance, or a part of it where the invoice allows that. */
export function AmountChoice({ balance, value, invalid, onChange }: AmountChoiceProps) {
  const { t } = useLingui();
  const format = useFormat();
  const wrong = tooManyDecimals(value.text, balance.currency)
    ? decimalsText(balance.currency)
    : t`Enter an amount up to ${format.money(balance)}.`;
  return (
    <Radio.Group
      label={t`Amount`}
      value={value.partial ? 'part' : 'all'}
      onChange={(choice) => onChange({ ...value, partial: choice === 'part' })}
    >
      <Stack gap="sm" mt="xs">
        <Radio
          value="all"
          label={
            <Trans>
              The whole balance, <Money value={balance} />
            </Trans>
          }
        />
        <Radio value="part" label={t`Another amount`} />
        {value.partial ? (
          <TextInput
            label={t`Amount in ${balance.currency}`}
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            value={value.text}
            error={invalid ? wrong : null}
            onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
          />
        ) : null}
      </Stack>
    </Radio.Group>
  );
}
