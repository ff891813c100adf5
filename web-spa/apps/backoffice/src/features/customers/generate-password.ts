/** Without letters and digits that look alike: somebody may have to type it from a mail. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password: four groups of four. */
export function generatePassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(64));
  // Of the byte's 256 values only those are used that fall on every letter equally often.
  const fair = 256 - (256 % LETTERS.length);
  const letters = Array.from(bytes)
    .filter((byte) => byte < fair)
    .slice(0, 16)
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
