export type Strength = 'short' | 'weak' | 'fair' | 'strong';

const COMMON = /^(.)\1*$|^(?:0?123456789?0?|abcdef\w*|qwert[yz]\w*|passwor[dt]\w*|letmein|welcome\w*)$/i;

/** A hint while typing; the server's judgement (which knows dictionaries) counts. */
export function strengthOf(password: string): Strength {
  if (password.length < 8) return 'short';
  if (COMMON.test(password)) return 'weak';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  const different = new Set(password).size;
  const score = password.length + kinds * 2 + Math.min(different, 10) / 2;
  if (different < 5 || score < 16) return 'weak';
  return score < 23 ? 'fair' : 'strong';
}
