import { describe, expect, it } from 'vitest';
import { groupAccount, isAccount } from './account';

describe('the sandbox account', () => {
  it('groups what is typed', () => {
    expect(groupAccount('de89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
    expect(groupAccount('110000000/000123456789')).toBe('110000000/000123456789');
  });

  it.each([
    ['DE89 3704 0044 0532 0130 00', true],
    ['110000000/000123456789', true],
    ['', false],
    ['DE89', false],
    ['110000000', false],
  ])('tells whether %s can be an account', (text, expected) => {
    expect(isAccount(text)).toBe(expected);
  });
});
