import { i18n } from '@lingui/core';
import { readPreference, writePreference } from '@portico/api/preferences';
import { LOCALE_NAMES, type Locale, resolveLocale, switchLanguage } from '@portico/i18n';
import { loadBackofficeCatalog } from '@portico/i18n/backoffice';
import dayjs from 'dayjs';

const calendars: Record<Locale, () => Promise<unknown>> = {
  en: () => Promise.resolve(),
  de: () => import('dayjs/locale/de'),
  ar: () => import('dayjs/locale/ar'),
};

export const languages = Object.entries(LOCALE_NAMES).map(([value, label]) => ({ value, label }));

/** Words, dates, direction: all change together. */
export async function applyLanguage(language: string): Promise<void> {
  const locale = resolveLocale(language);
  await Promise.all([switchLanguage(i18n, language, loadBackofficeCatalog), calendars[locale]()]);
  dayjs.locale(locale);
}

/** The person's own choice in this browser wins over what the page came with. */
export const chosenLanguage = (fallback: string): string => readPreference('language') ?? fallback;

export async function chooseLanguage(language: string): Promise<void> {
  writePreference('language', language);
  await applyLanguage(language);
}

/** The languages a customer's portal and mails can have. */
const PORTAL_LANGUAGES = ['en', 'en-GB', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pt', 'pt-BR', 'sv', 'zh', 'ar'];

export function portalLanguages() {
  const names = new Intl.DisplayNames([i18n.locale || 'en'], { type: 'language' });
  return PORTAL_LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }));
}
