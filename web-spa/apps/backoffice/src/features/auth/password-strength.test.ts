import { expect, it } from 'vitest';
import { passwordStrength } from './password-strength';

it.each([
  ['short', 0],
  ['password1', 1],
  ['aaaaaaaaaaaa', 1],
  ['annabel2024', 1],
])('calls %s weak', (password, expected) => {
  expect(passwordStrength(password, ['Annabel Lee'])).toBeLessThanOrEqual(expected);
});

it('is content with a long phrase', () => {
  expect(passwordStrength('copper-lantern-walks-home')).toBe(4);
});
