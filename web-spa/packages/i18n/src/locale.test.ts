import { setupI18n } from '@lingui/core';
import { describe, expect, it, vi } from 'vitest';
import { directionOf, resolveLocale, switchLanguage } from './locale';
import { loadPortalCatalog } from './portal';

describe('languages', () => {
  it('fall back to what there is', () => {
    expect(resolveLocale('en-GB')).toBe('en');
    expect(resolveLocale('ar-EG')).toBe('ar');
    expect(resolveLocale('xx')).toBe('en');
    expect(resolveLocale(null)).toBe('en');
    expect(directionOf('ar-EG')).toBe('rtl');
    expect(directionOf('de')).toBe('ltr');
  });

  it('turn the page round', async () => {
    const i18n = setupI18n();
    await switchLanguage(i18n, 'ar', loadPortalCatalog);
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl']);
    await switchLanguage(i18n, 'en-GB', loadPortalCatalog);
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en-GB', 'ltr']);
    expect(i18n.locales).toEqual(['en-GB', 'en']);
  });

  it("write days as in the reader's own region", async () => {
    const i18n = setupI18n();
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr', 'en-GB', 'de-AT']);
    await switchLanguage(i18n, 'en', loadPortalCatalog);
    expect(i18n.locales).toEqual(['en-GB', 'en']);
    expect(document.documentElement.lang).toBe('en');
    await switchLanguage(i18n, 'ar', loadPortalCatalog);
    expect(i18n.locales).toEqual(['ar']);
  });
});
