import { useLingui } from '@lingui/react/macro';
import { Group, NativeSelect } from '@mantine/core';
import type { CardExpiry } from '@portico/api/portal';

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
const YEARS_AHEAD = 20;

interface ExpiryFieldsProps {
  value: CardExpiry;
  error: string | undefined;
  onChange: (expiry: CardExpiry) => void;
}

/** The last month in which a card is good. */
export function ExpiryFields({ value, error, onChange }: ExpiryFieldsProps) {
  const { t } = useLingui();
  const thisYear = new Date().getFullYear();
  const first = Math.min(thisYear, value.year);
  const last = Math.max(thisYear + YEARS_AHEAD, value.year);
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return (
    <Group grow gap="sm" align="flex-start">
      <NativeSelect
        label={t`Expiry month`}
        autoComplete="cc-exp-month"
        data={MONTHS}
        value={String(value.month).padStart(2, '0')}
        error={error}
        onChange={(event) => onChange({ ...value, month: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t`Expiry year`}
        autoComplete="cc-exp-year"
        data={years}
        value={String(value.year)}
        error={error ? true : undefined}
        onChange={(event) => onChange({ ...value, year: Number(event.currentTarget.value) })}
      />
    </Group>
  );
}
