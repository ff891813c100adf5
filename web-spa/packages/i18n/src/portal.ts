import type { CatalogLoader, Locale } from './locale';

const catalogs: Record<Locale, () => ReturnType<CatalogLoader>> = {
  en: async () => (await import('../locales/en/portal.po')).messages,
  de: async () => (await import('../locales/de/portal.po')).messages,
  ar: async () => (await import('../locales/ar/portal.po')).messages,
};

const later: Record<Locale, () => ReturnType<CatalogLoader>> = {
  en: async () => (await import('../locales/en/later.po')).messages,
  de: async () => (await import('../locales/de/later.po')).messages,
  ar: async () => (await import('../locales/ar/later.po')).messages,
};

/** The words of inner pages, which come with the first of them: lingui.config.ts says which. */
export const loadLaterCatalog: CatalogLoader = (locale) => later[locale]();

export const loadPortalCatalog: CatalogLoader = (locale) => catalogs[locale]();
