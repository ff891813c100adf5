import { useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { UseFormReturn } from 'react-hook-form';

type Words = { subject: string; body: string };
type Field = keyof Words;

/** Puts a text where the cursor is, or was last: in the subject or in the body. */
export function useInsertAtCursor(form: UseFormReturn<Words>) {
  const id = useId();
  const last = useRef<Field>('body');

  function insert(text: string) {
    const name = last.current;
    const input = document.getElementById(`${id}-${name}`) as HTMLInputElement | HTMLTextAreaElement | null;
    const value = form.getValues(name);
    const start = input?.selectionStart ?? value.length;
    const end = input?.selectionEnd ?? start;
    const next = value.slice(0, start) + text + value.slice(end);
    flushSync(() => {
      form.clearErrors(name);
      form.setValue(name, next, { shouldDirty: true });
    });
    input?.focus();
    input?.setSelectionRange(start + text.length, start + text.length);
  }

  function field(name: Field) {
    return {
      id: `${id}-${name}`,
      onFocus: () => {
        last.current = name;
      },
    };
  }

  return { insert, field };
}
