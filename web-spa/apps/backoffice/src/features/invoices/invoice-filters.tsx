import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDateFormat } from '../../app/date-format';
import { CustomerPicker } from '../customers/customer-picker';
import type { InvoiceSearch } from './invoice.query';

interface InvoiceFiltersProps {
  search: InvoiceSearch;
  onSearch: (patch: Partial<InvoiceSearch>) => void;
  withCustomer: boolean;
}

export function InvoiceFilters({ search, onSearch, withCustomer }: InvoiceFiltersProps) {
  const { t } = useLingui();
  const format = useDateFormat();
  const seen = search.status === 'viewed' || search.status === 'not_viewed' ? search.status : null;
  return (
    <>
      {withCustomer && (
        <CustomerPicker
          w={190}
          clearable
          aria-label={t`Customer`}
          placeholder={t`Customer`}
          value={search.customer_id ?? null}
          onChange={(customer) => onSearch({ customer_id: customer?.id })}
        />
      )}
      <Select
        w={130}
        clearable
        aria-label={t`Seen by the customer`}
        placeholder={t`Seen or not`}
        value={seen}
        onChange={(status) => onSearch({ status: status ?? undefined })}
        data={[
          { value: 'viewed', label: t`Seen` },
          { value: 'not_viewed', label: t`Not seen` },
        ]}
      />
      <DateInput
        w={128}
        clearable
        aria-label={t`From`}
        placeholder={t`From`}
        valueFormat={format}
        value={search.date_from ?? null}
        onChange={(day) => onSearch({ date_from: day ?? undefined })}
      />
      <DateInput
        w={128}
        clearable
        aria-label={t`To`}
        placeholder={t`To`}
        valueFormat={format}
        value={search.date_to ?? null}
        onChange={(day) => onSearch({ date_to: day ?? undefined })}
      />
    </>
  );
}
