import type { DefaultOptions } from '@tanstack/react-query';
import { isProblem } from './problem';

/** Reads are tried again when the network or a proxy stumbled, never when the server gave its answer. Writes never. */
export const queryDefaults: DefaultOptions = {
  queries: {
    staleTime: 15_000,
    retry: (count, error) => isProblem(error) && error.transient && error.status !== 429 && count < 2,
    refetchOnWindowFocus: true,
  },
  mutations: { retry: false },
};
