import { useLingui } from '@lingui/react/macro';
import type { InvoiceSort, StatusFilter } from './invoice-list.query';

export function useInvoiceFilters(): { value: StatusFilter; label: string }[] {
  const { t } = useLingui();
  return [
    { value: 'all', label: t`All` },
    { value: 'unpaid', label: t`Unpaid` },
    { value: 'overdue', label: t`Overdue` },
    { value: 'partially_paid', label: t`Partially paid` },
    { value: 'paid', label: t`Paid` },
    { value: 'void', label: t`Void` },
  ];
}

export function useInvoiceSorts(): { value: InvoiceSort; label: string }[] {
  const { t } = useLingui();
  return [
    { value: '-date', label: t`Newest first` },
    { value: 'date', label: t`Oldest first` },
    { value: 'due_date', label: t`Due soonest` },
    { value: '-due_date', label: t`Due latest` },
    { value: '-balance', label: t`Highest balance` },
    { value: 'balance', label: t`Lowest balance` },
    { value: '-total', label: t`Highest amount` },
    { value: 'total', label: t`Lowest amount` },
    { value: '-number', label: t`Number, last first` },
    { value: 'number', label: t`Number, first first` },
  ];
}
