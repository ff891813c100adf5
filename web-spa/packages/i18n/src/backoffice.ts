import type { CatalogLoader, Locale } from './locale';

const catalogs: Record<Locale, () => ReturnType<CatalogLoader>> = {
  en: async () => (await import('../locales/en/backoffice.po')).messages,
  de: async () => (await import('../locales/de/backoffice.po')).messages,
  ar: async () => (await import('../locales/ar/backoffice.po')).messages,
};

export const loadBackofficeCatalog: CatalogLoader = (locale) => catalogs[locale]();
