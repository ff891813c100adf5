import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next';

describe('where to go after signing in', () => {
  it.each(['/acme', '/acme/invoices/inv_1', '/acme/pay?invoices=inv_1'])('keeps %s', (next) => {
    expect(safeNext(next, 'acme')).toBe(next);
  });

  it.each([
    'https://evil.example/acme',
    '//evil.example/acme',
    '/\\evil.example/acme',
    '/acme/../other/invoices',
    '/acmeevil',
    '/other/invoices',
    'javascript:alert(1)',
    '\\\\evil.example/acme',
    'data:text/html,acme',
    'https:/evil.example/acme',
    '///evil.example/acme',
    '/acme/login?next=/acme',
    42,
    undefined,
  ])('drops %s', (next) => {
    expect(safeNext(next, 'acme')).toBeNull();
  });
});
