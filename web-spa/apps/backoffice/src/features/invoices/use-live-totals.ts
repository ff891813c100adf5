import { calculateInvoice, type InvoiceInput, type LineTotals } from '@portico/api/office';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { chargesInput, type InvoiceValues, isBlank, lineInput } from './invoice-values';

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Which lines can be counted already, by their place in the form, and the question for the server. */
export function question(values: InvoiceValues): { places: number[]; body: InvoiceInput } {
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
      customer_id: values.customer_id,
      ...(values.date ? { date: values.date } : {}),
    },
  };
}

const PAUSE_MS = 250;

/** The question of the moment, a short pause after the last change; typing itself redraws nothing. */
function useQuestion(form: UseFormReturn<InvoiceValues>) {
  const [asked, setAsked] = useState(() => question(form.getValues()));
  const [changing, setChanging] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        setChanging(true);
        clearTimeout(timer);
        timer = setTimeout(() => {
          const next = question(form.getValues());
          setAsked((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
          setChanging(false);
        }, PAUSE_MS);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [form]);
  return { ...asked, changing };
}

/** The server computes while one types; nothing is added up here. */
export function useLiveTotals(form: UseFormReturn<InvoiceValues>) {
  const { places, body, changing } = useQuestion(form);
  // Whom it is for decides the currency and the taxes.
  const complete = body.lines.length > 0 && body.customer_id !== '';
  const query = useQuery({
    queryKey: ['calculateInvoice', body],
    queryFn: async ({ signal }) => (await calculateInvoice({ body, signal, throwOnError: true })).data,
    enabled: complete,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  const totals = complete ? query.data : undefined;
  const lineTotals = new Map<number, LineTotals>();
  totals?.lines.forEach((line, at) => {
    const place = places[at];
    if (place !== undefined) {
      lineTotals.set(place, line);
    }
  });
  return { totals, lineTotals, error: query.error, fresh: !changing && !query.isPlaceholderData };
}
