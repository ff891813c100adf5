import dayjs from 'dayjs';
import { useEffect } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { CUSTOM_TERMS, type InvoiceValues } from './invoice-values';

/** Shows the day that the chosen terms lead to. The server computes it again when it saves. */
export function useDueDate(form: UseFormReturn<InvoiceValues>): void {
  const [date, terms] = useWatch({ control: form.control, name: ['date', 'terms_days'] });
  useEffect(() => {
    if (date && terms !== CUSTOM_TERMS) {
      form.setValue('due_date', dayjs(date).add(Number(terms), 'day').format('YYYY-MM-DD'));
    }
  }, [form, date, terms]);
}
