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

/** Account and paying have words of their own, for which home does not wait. */
export async function withLaterTexts(): Promise<void> {
  if (beyondHome) return;
  beyondHome = true;
  await switchLanguage(i18n, document.documentElement.lang || i18n.locale, load);
}
