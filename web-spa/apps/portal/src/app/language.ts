import { i18n } from '@lingui/core';
import { readPreference, writePreference } from '@portico/api/preferences';
import { type CatalogLoader, resolveLocale, switchLanguage } from '@portico/i18n';
import { loadAccountCatalog, loadPortalCatalog } from '@portico/i18n/portal';

let atAccount = false;

const load: CatalogLoader = async (locale) => {
  const [portal, account] = await Promise.all([loadPortalCatalog(locale), atAccount ? loadAccountCatalog(locale) : {}]);
  return { ...portal, ...account };
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

/** The account's pages have words of their own, for which home does not wait. */
export async function withAccountTexts(): Promise<void> {
  if (atAccount) return;
  atAccount = true;
  await switchLanguage(i18n, document.documentElement.lang || i18n.locale, load);
}
