import { useLingui } from '@lingui/react/macro';
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Item } from '@portico/api/office';
import { listItemsOptions } from '@portico/api/office/query';
import { useFormat } from '@portico/i18n';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import classes from './line-table.module.css';

interface ItemPickerProps {
  value: string;
  error?: string;
  onChange: (name: string) => void;
  onPick: (item: Item) => void;
  autoFocus?: boolean;
}

/** The name of a line: free text, or an item from the list that fills in the rest. */
export function ItemPicker({ value, error, onChange, onPick, autoFocus }: ItemPickerProps) {
  const { t } = useLingui();
  const format = useFormat();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [settled] = useDebouncedValue(value.trim(), 150);
  const found = useQuery({
    ...listItemsOptions({ query: { q: settled || undefined, active: true, limit: 8, sort: 'name' } }),
    enabled: combobox.dropdownOpened,
    placeholderData: keepPreviousData,
  });
  const items = found.data?.data ?? [];

  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width={360}
      onOptionSubmit={(id) => {
        const item = items.find((entry) => entry.id === id);
        if (item) {
          onPick(item);
        }
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          aria-label={t`Item or service`}
          placeholder={t`Item or service`}
          autoComplete="off"
          autoFocus={autoFocus}
          value={value}
          error={error}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={items.length === 0}>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {items.map((item) => (
            <Combobox.Option key={item.id} value={item.id}>
              <span className={classes.option}>
                <span>
                  {item.name}
                  {item.sku && <small> {item.sku}</small>}
                </span>
                <bdi>{format.rate(item.rate, item.currency)}</bdi>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
