import { describe, expect, it } from 'vitest';
import { type CardText, groupExpiry, groupNumber, readCard } from './card';

const good: CardText = {
  name: 'Ada Lovelace',
  number: '4242 4242 4242 4242',
  expiry: '12/34',
  cvc: '123',
  address: '',
  zip: '10115',
  country: 'DE',
};

describe('the sandbox card', () => {
  it('groups what is typed', () => {
    expect(groupNumber('42424242x4242')).toBe('4242 4242 4242');
    expect(groupExpiry('12', '1')).toBe('12/');
    expect(groupExpiry('12', '12/')).toBe('12');
    expect(groupExpiry('1234', '12/3')).toBe('12/34');
  });

  it('reads a complete card', () => {
    expect(readCard(good)).toEqual({
      missing: [],
      card: { number: '4242424242424242', exp_month: 12, exp_year: 2034, cvc: '123' },
    });
  });

  it.each([
    ['number', { number: '4242 4242 4242 4241' }],
    ['expiry', { expiry: '13/30' }],
    ['cvc', { cvc: '12' }],
    ['name', { name: ' ' }],
    ['country', { country: '' }],
  ])('names %s when it is not right', (field, change) => {
    expect(readCard({ ...good, ...change }).missing).toEqual([field]);
  });
});
