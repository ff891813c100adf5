import { ApiProblem } from '@portico/api/client';
import { describe, expect, it } from 'vitest';
import { fieldErrors, pointerToPath } from './field-errors';

describe('refused fields', () => {
  it.each([
    ['/email', 'email'],
    ['#/lines/0/quantity', 'lines.0.quantity'],
    ['/a~1b/c~0d', 'a/b.c~d'],
  ])('%s is the field %s', (pointer, path) => {
    expect(pointerToPath(pointer)).toBe(path);
  });

  it('come by path, and only from refusals', () => {
    const errors = [{ pointer: '/billing/zip', code: 'too_long', detail: 'At most 50 characters.' }];
    expect(fieldErrors(new ApiProblem({ code: 'validation_failed', status: 422, errors }))).toEqual({
      'billing.zip': 'At most 50 characters.',
    });
    expect(fieldErrors(new Error('x'))).toEqual({});
  });
});
