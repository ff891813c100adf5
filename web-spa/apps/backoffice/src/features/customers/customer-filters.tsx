import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { currencyOptions } from '../../app/countries';
import { type CustomerSearch, PORTAL_STATUSES } from './customer.query';
import { usePortalStatusName } from './portal-status';

interface CustomerFiltersProps {
  search: CustomerSearch;
  onSearch: (patch: Partial<CustomerSearch>) => void;
}

export function CustomerFilters({ search, onSearch }: CustomerFiltersProps) {
  const { t, i18n } = useLingui();
  const status = usePortalStatusName();
  const currencies = useMemo(() => currencyOptions(i18n.locale), [i18n.locale]);
  return (
    <>
      <Select
        w={130}
        aria-label={t`Active or not`}
        allowDeselect={false}
        value={search.active ?? 'true'}
        onChange={(active) => onSearch({ active: active === 'true' ? undefined : (active ?? undefined) })}
        data={[
          { value: 'true', label: t`Active` },
          { value: 'false', label: t`Inactive` },
          { value: 'all', label: t`All` },
        ]}
      />
      <Select
        w={170}
        clearable
        aria-label={t`Portal access`}
        placeholder={t`Portal access`}
        value={search.portal_status ?? null}
        onChange={(value) => onSearch({ portal_status: value ?? undefined })}
        data={PORTAL_STATUSES.map((value) => ({
          value,
          label: status(value),
        }))}
      />
      <Select
        w={140}
        clearable
        searchable
        aria-label={t`Currency`}
        placeholder={t`Currency`}
        value={search.currency ?? null}
        onChange={(currency) => onSearch({ currency: currency ?? undefined })}
        data={currencies}
        comboboxProps={{ width: 240, position: 'bottom-start' }}
      />
    </>
  );
}
