import { expect, it } from 'vitest';
import { strengthOf } from './strength';

it.each([
  ['1234567', 'short'],
  ['aaaaaaaaaaaa', 'weak'],
  ['password1', 'weak'],
  ['12345678', 'weak'],
  ['kupfer-lampe', 'fair'],
  ['kupfer-lampe-rinnsal-42', 'strong'],
] as const)('calls %s %s', (password, strength) => {
  expect(strengthOf(password)).toBe(strength);
});
