/** What every list keeps in its URL. */
export interface ListState {
  q?: string;
  sort?: string;
  cursor?: string;
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/** Reads the named keys from a URL; what is empty or strange is left out. */
export function readSearch<K extends string>(
  search: Record<string, unknown>,
  keys: readonly K[],
): { [key in K]?: string } {
  const result: { [key in K]?: string } = {};
  for (const key of keys) {
    const value = word(search[key]);
    if (value !== undefined) {
      result[key] = value;
    }
  }
  return result;
}

/** One of the words the contract knows; anything else in the URL is ignored. */
export function known<T extends string>(value: string | undefined, words: readonly T[]): T | undefined {
  return words.find((word) => word === value);
}

/** Both directions of each sortable field. */
export function directions<T extends string>(...fields: readonly T[]): (T | `-${T}`)[] {
  return fields.flatMap((field) => [field, `-${field}` as const]);
}

/** A change of filter or order starts again at the first page; only paging keeps its place. */
export function patchSearch<S extends ListState>(current: S, patch: Partial<S>): S {
  const next: S = { ...current, cursor: undefined, ...patch };
  for (const key of Object.keys(next) as (keyof S)[]) {
    if (next[key] === undefined || next[key] === '') {
      delete next[key];
    }
  }
  return next;
}

/** Clicking a heading: ascending, then descending, then the list's own order. */
export function nextSort(current: string | undefined, field: string): string | undefined {
  if (current === field) {
    return `-${field}`;
  }
  return current === `-${field}` ? undefined : field;
}
