import { i18n } from '@lingui/core';
import { readPreference, writePreference } from '@portico/api/preferences';
import { type CatalogLoader, resolveLocale, switchLanguage } from '@portico/i18n';
import { loadLaterCatalog, loadPortalCatalog } from '@portico/i18n/portal';

let beyondHome = false;

const load: CatalogLoader = async (locale) => {
  const [portal, later] = await Promise.all([loadPortalCatalog(locale), beyondHome ? loadLaterCatalog(locale) : {}]);
  return { ...portal, ...later };
};

/** The person's choice in this browser, then what is offered: the contact's language, the portal's, the browser's. */
export async function applyLanguage(offered: string): Promise<void> {
  const language = readPreference('portal-language') ?? offered;
  if (language === document.documentElement.lang && i18n.locale === resolveLocale(language)) return;
  await switchLanguage(i18n, language, load);
}

export async function chooseLanguage(language: string): Promise<void> {
  writePreference('portal-language', language);
  await switchLanguage(i18n, language, load);
}

let later: Promise<void> | undefined;

/** Inner pages have words of their own, for which home does not wait. Whoever asks meanwhile waits for the same load. */
export function laterTexts(): Promise<void> {
  beyondHome = true;
  later ??= switchLanguage(i18n, document.documentElement.lang || i18n.locale, load).catch((error: unknown) => {
    later = undefined;
    throw error;
  });
  return later;
}

/** An inner page's data, whose words travel meanwhile: what is shown when the data fails needs them as well. */
export async function withLaterTexts<T>(data: Promise<T>): Promise<T> {
  const words = laterTexts();
  await Promise.allSettled([data, words]);
  await words;
  return data;
}
