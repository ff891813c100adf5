import type { CatalogLoader, Locale } from './locale';

const catalogs: Record<Locale, () => ReturnType<CatalogLoader>> = {
  en: async () => (await import('../locales/en/portal.po')).messages,
  de: async () => (await import('../locales/de/portal.po')).messages,
  ar: async () => (await import('../locales/ar/portal.po')).messages,
};

export const loadPortalCatalog: CatalogLoader = (locale) => catalogs[locale]();
