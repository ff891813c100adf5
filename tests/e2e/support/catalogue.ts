import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './places';

const folder = join(repository, 'web-spa/packages/i18n/locales/ar');
const text = ['portal.po', 'later.po'].map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
const ENTRY = /^msgid "(.+)"\nmsgstr "(.+)"$/gm;
const words = new Map([...text.matchAll(ENTRY)].map(([, english, arabic]) => [english, arabic]));

/** What the portal says in Arabic for its English words; what a person wrote stays as it is. */
export function inArabic(english: string): string {
  return words.get(english) ?? english;
}
