import { expect, it } from 'vitest';
import { type ListState, nextSort, patchSearch, readSearch } from './list-state';

it('reads only the keys it knows', () => {
  expect(readSearch({ q: 'acme', status: 12, evil: '1', sort: '' }, ['q', 'status', 'sort'])).toEqual({
    q: 'acme',
    status: '12',
  });
});

it('forgets the page when a filter changes, and empty filters altogether', () => {
  const state: ListState = { q: 'acme', cursor: 'abc', sort: 'date' };
  expect(patchSearch(state, { q: '' })).toEqual({ sort: 'date' });
  expect(patchSearch(state, { cursor: 'def' })).toEqual({ q: 'acme', cursor: 'def', sort: 'date' });
});

it('cycles through the orders of a column', () => {
  expect(nextSort(undefined, 'date')).toBe('date');
  expect(nextSort('date', 'date')).toBe('-date');
  expect(nextSort('-date', 'date')).toBeUndefined();
});
