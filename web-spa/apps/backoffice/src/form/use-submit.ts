import type { ApiProblem } from '@portico/api/client';
import { useCallback, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { placeProblem } from './problems';

interface Options<T extends FieldValues> {
  rename?: (path: string) => string;
  /** True when the problem was dealt with elsewhere (a conflict dialog) and needs no message here. */
  onProblem?: (problem: ApiProblem, values: T) => boolean;
}

/** Sends a form once at a time; what is refused appears at its fields or above the form. */
export function useSubmit<T extends FieldValues>(
  form: UseFormReturn<T>,
  send: (values: T) => Promise<unknown>,
  options: Options<T> = {},
) {
  const [messages, setMessages] = useState<string[]>([]);
  const busy = useRef(false);
  const latest = useRef({ send, options });
  latest.current = { send, options };

  const submit = useCallback(
    () =>
      form.handleSubmit(async (values) => {
        if (busy.current) {
          return;
        }
        busy.current = true;
        setMessages([]);
        try {
          await latest.current.send(values);
        } catch (error) {
          const { rest, problem } = placeProblem(form, error, latest.current.options.rename);
          if (!latest.current.options.onProblem?.(problem, values)) {
            setMessages(rest);
          }
        } finally {
          busy.current = false;
        }
      })(),
    [form],
  );

  return { submit, messages, sending: form.formState.isSubmitting };
}
