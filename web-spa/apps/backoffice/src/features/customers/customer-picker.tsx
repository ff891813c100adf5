import { useLingui } from '@lingui/react/macro';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { listCustomersOptions } from '@portico/api/office/query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customerQuery } from './customer.query';

interface Picked {
  id: string;
  display_name: string;
}

type CustomerPickerProps = Omit<SelectProps, 'value' | 'onChange' | 'data'> & {
  value: string | null;
  onChange: (customer: Picked | null) => void;
};

/** Finds an active customer among any number of them: the server searches while one types. */
export function CustomerPicker({ value, onChange, ...rest }: CustomerPickerProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState(false);
  const [settled] = useDebouncedValue(text.trim(), 200);
  const chosen = useQuery({ ...customerQuery(value ?? ''), enabled: value !== null });
  const chosenName = chosen.data?.display_name;
  const q = settled === chosenName ? '' : settled;
  const found = useQuery({
    ...listCustomersOptions({ query: { q: q || undefined, active: true, limit: 20, sort: 'display_name' } }),
    enabled: opened,
    placeholderData: keepPreviousData,
  });
  const rows: Picked[] = found.data?.data ?? [];
  const options = rows.map((row) => ({ value: row.id, label: row.display_name }));
  if (value && chosenName && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: chosenName });
  }

  return (
    <Select
      searchable
      selectFirstOptionOnChange
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.currentTarget.select()}
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isFetching ? t`Searching…` : t`No such customer`}
      {...rest}
      data={options}
      value={value && chosenName ? value : null}
      searchValue={text}
      onSearchChange={setText}
      onDropdownOpen={() => setOpened(true)}
      onChange={(id) =>
        onChange(rows.find((row) => row.id === id) ?? (id && chosenName ? { id, display_name: chosenName } : null))
      }
    />
  );
}
