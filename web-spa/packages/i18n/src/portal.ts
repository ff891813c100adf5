import type { CatalogLoader, Locale } from './locale';

const catalogs: Record<Locale, () => ReturnType<CatalogLoader>> = {
  en: async () => (await import('../locales/en/portal.po')).messages,
  de: async () => (await import('../locales/de/portal.po')).messages,
  ar: async () => (await import('../locales/ar/portal.po')).messages,
};

const account: Record<Locale, () => ReturnType<CatalogLoader>> = {
  en: async () => (await import('../locales/en/account.po')).messages,
  de: async () => (await import('../locales/de/account.po')).messages,
  ar: async () => (await import('../locales/ar/account.po')).messages,
};

/** The words of the account's pages, which come with the first of them. */
export const loadAccountCatalog: CatalogLoader = (locale) => account[locale]();

export const loadPortalCatalog: CatalogLoader = (locale) => catalogs[locale]();
