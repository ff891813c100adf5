import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { homeOptions } from '../home/home.query';

interface Details<T, V> {
  loaded: T;
  queryKey: readonly unknown[];
  /** What the form shows of it. */
  read: (details: T) => V;
  send: (version: number, values: V) => Promise<T>;
  load: () => Promise<T>;
}

interface State<T> {
  base: T;
  sending: boolean;
  saved: boolean;
  error: unknown;
}

/** A form about details of which the server keeps versions: what it answers is what the next change is made on. */
export function useDetailsForm<T extends { version: number }, V>({
  loaded,
  queryKey,
  read,
  send,
  load,
}: Details<T, V>) {
  const client = useQueryClient();
  const [values, setValues] = useState(() => read(loaded));
  const [{ base, ...state }, setState] = useState<State<T>>({
    base: loaded,
    sending: false,
    saved: false,
    error: null,
  });

  /** Takes what the server has, after asking it. */
  async function take(ask: () => Promise<T>, saved: boolean) {
    setState({ base, sending: true, saved: false, error: null });
    try {
      const details = await ask();
      client.setQueryData(queryKey, details);
      void client.invalidateQueries({ queryKey: homeOptions().queryKey });
      setValues(read(details));
      setState({ base: details, sending: false, saved, error: null });
    } catch (error) {
      setState({ base, sending: false, saved: false, error });
    }
  }

  return {
    ...state,
    values,
    change: (part: Partial<V>) => setValues((before) => ({ ...before, ...part })),
    submit: (event: FormEvent) => {
      event.preventDefault();
      void take(() => send(base.version, values), true);
    },
    reload: () => void take(load, false),
  };
}
