import { useDebouncedValue } from '@mantine/hooks';
import { type CalculateInvoice, calculateInvoice, type TotalsLine } from '@portico/api/office';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Control, useWatch } from 'react-hook-form';
import { chargesInput, type InvoiceValues, isBlank, lineInput } from './invoice-values';

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Which lines can be counted already, by their place in the form, and the question for the server. */
export function question(values: InvoiceValues): { places: number[]; body: CalculateInvoice } {
  const places: number[] = [];
  const lines = values.lines.flatMap((line, place) => {
    const countable = !isBlank(line) && NUMBER.test(line.quantity) && NUMBER.test(line.rate);
    if (!countable) {
      return [];
    }
    places.push(place);
    const discount = NUMBER.test(line.discount) ? line.discount : '';
    return [{ ...lineInput({ ...line, discount }, values.currency), name: line.name.trim() || '…' }];
  });
  return {
    places,
    body: {
      ...chargesInput(values),
      lines,
      ...(values.customer_id ? { customer_id: values.customer_id } : {}),
      ...(values.date ? { date: values.date } : {}),
    },
  };
}

/** The server computes while one types; nothing is added up here. */
export function useLiveTotals(control: Control<InvoiceValues>) {
  const values = useWatch({ control }) as InvoiceValues;
  const asked = question(values);
  const [settled] = useDebouncedValue(JSON.stringify(asked), 250);
  const { places, body }: ReturnType<typeof question> = JSON.parse(settled);
  const query = useQuery({
    queryKey: ['calculateInvoice', body],
    queryFn: async ({ signal }) => (await calculateInvoice({ body, signal, throwOnError: true })).data,
    enabled: body.lines.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  const totals = body.lines.length > 0 ? query.data : undefined;
  const lineTotals = new Map<number, TotalsLine>();
  totals?.lines.forEach((line, at) => {
    const place = places[at];
    if (place !== undefined) {
      lineTotals.set(place, line);
    }
  });
  return { totals, lineTotals, error: query.error, fresh: !query.isPlaceholderData && settled === JSON.stringify(asked) };
}
