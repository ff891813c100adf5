export type Filters = Record<string, string>;

/** What of a list's state belongs to a view: everything but the page. */
export function filtersOf(search: object): Filters {
  const entries = Object.entries(search).filter(
    (entry): entry is [string, string] => entry[0] !== 'cursor' && typeof entry[1] === 'string' && entry[1] !== '',
  );
  return Object.fromEntries(entries);
}

export function sameFilters(one: Filters, other: Filters): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
