import { i18n } from '@lingui/core';
import { readPreference, writePreference } from '@portico/api/preferences';
import { resolveLocale, switchLanguage } from '@portico/i18n';
import { loadPortalCatalog } from '@portico/i18n/portal';

/** The person's choice in this browser, then what is offered: the contact's language, the portal's, the browser's. */
export async function applyLanguage(offered: string): Promise<void> {
  const language = readPreference('portal-language') ?? offered;
  if (language === document.documentElement.lang && i18n.locale === resolveLocale(language)) return;
  await switchLanguage(i18n, language, loadPortalCatalog);
}

export async function chooseLanguage(language: string): Promise<void> {
  writePreference('portal-language', language);
  await switchLanguage(i18n, language, loadPortalCatalog);
}
