const COMMON = /pass(wor[dt])?|qwert[yz]|azerty|letmein|welcome|admin|portico|123456|abc123|iloveyou|(.)\2{3,}/i;

/** A hint from 0 (hopeless) to 4 (good) while typing; the server has the last word. */
export function passwordStrength(password: string, about: readonly string[] = []): 0 | 1 | 2 | 3 | 4 {
  if (password.length < 8) {
    return 0;
  }
  const own = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= 4);
  let rest = password.toLowerCase();
  for (const part of own) {
    rest = rest.replace(part, '');
  }
  rest = rest.replace(COMMON, '');
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  const weight = new Set(rest).size * 0.6 + rest.length * 0.5 + kinds;
  if (weight < 8) {
    return 1;
  }
  return weight < 11 ? 2 : weight < 14 ? 3 : 4;
}
