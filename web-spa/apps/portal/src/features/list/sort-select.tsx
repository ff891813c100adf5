import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { SortIcon } from '@portico/ui';
import classes from './sort-select.module.css';

interface SortSelectProps<T extends string> {
  options: { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** The order of a list; a native control, as phones do those best. */
export function SortSelect<T extends string>({ options, value, onChange }: SortSelectProps<T>) {
  const { t } = useLingui();
  return (
    <NativeSelect
      aria-label={t`Sort by`}
      leftSection={<SortIcon width={16} height={16} />}
      size="sm"
      classNames={{ input: classes.input }}
      data={options}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}
