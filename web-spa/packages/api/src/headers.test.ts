import { expect, it } from 'vitest';
import { idempotent, ifMatch, newIdempotencyKey, versionOf } from './headers';

it('makes keys that differ', () => {
  const key = newIdempotencyKey();
  expect(key).toMatch(/^[\da-f]{32}$/);
  expect(newIdempotencyKey()).not.toBe(key);
  expect(idempotent(key)).toEqual({ 'Idempotency-Key': key });
});

it('quotes versions and reads them back', () => {
  expect(ifMatch(7)).toEqual({ 'If-Match': '"7"' });
  expect(versionOf(new Response(null, { headers: { ETag: '"7"' } }))).toBe(7);
  expect(versionOf(new Response(null, { headers: { ETag: 'W/"12"' } }))).toBe(12);
  expect(versionOf(new Response(null))).toBeNull();
});
