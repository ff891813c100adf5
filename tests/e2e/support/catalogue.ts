import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './places';

const file = join(repository, 'web-spa/packages/i18n/locales/ar/portal.po');
const ENTRY = /^msgid "(.+)"\nmsgstr "(.+)"$/gm;
const words = new Map([...readFileSync(file, 'utf8').matchAll(ENTRY)].map(([, english, arabic]) => [english, arabic]));

/** What the portal says in Arabic for its English words; what a person wrote stays as it is. */
export function inArabic(english: string): string {
  return words.get(english) ?? english;
}
