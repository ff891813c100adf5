import { useCallback, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** Knows whether leaving loses something: once saved, the way out is free although the form still differs from its start. */
export function useSaved<T extends FieldValues>(form: UseFormReturn<T>) {
  const saved = useRef(false);
  const dirty = useRef(false);
  dirty.current = form.formState.isDirty;
  const isDirty = useCallback(() => dirty.current && !saved.current, []);
  const leave = useCallback((go: () => void) => {
    saved.current = true;
    go();
  }, []);
  return { isDirty, leave };
}
