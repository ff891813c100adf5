import { type I18n, type Messages, setupI18n } from '@lingui/core';

/** Languages with a complete catalogue. Others fall back to the base language, then to English. */
export const LOCALES = ['en', 'de', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', de: 'Deutsch', ar: 'العربية' };

const RTL = new Set(['ar', 'he', 'fa', 'ur']);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RTL.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

export function resolveLocale(language: string | null | undefined): Locale {
  const base = (language ?? '').split('-')[0];
  return LOCALES.find((locale) => locale === base) ?? 'en';
}

export type CatalogLoader = (locale: Locale) => Promise<Messages>;

/** Messages come from the nearest catalogue; dates and numbers follow the language asked for (`en-GB` stays British). */
export async function createI18n(language: string, load: CatalogLoader): Promise<I18n> {
  const i18n = setupI18n();
  await switchLanguage(i18n, language, load);
  return i18n;
}

/** A language without a region is written as in the reader's own: days in `en` look British to a British browser. */
function withRegion(language: string): string {
  return navigator.languages.find((known) => known.startsWith(`${language}-`)) ?? language;
}

export async function switchLanguage(i18n: I18n, language: string, load: CatalogLoader): Promise<void> {
  const locale = resolveLocale(language);
  i18n.loadAndActivate({
    locale,
    locales: [...new Set([withRegion(language), language, locale])],
    messages: await load(locale),
  });
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
