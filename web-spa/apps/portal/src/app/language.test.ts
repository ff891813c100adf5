import { loadLaterCatalog } from '@portico/i18n/portal';
import { expect, it, vi } from 'vitest';
import config from '../../../../lingui.config';
import { withLaterTexts } from './language';

vi.mock('@portico/i18n/portal', () => ({ loadPortalCatalog: async () => ({}), loadLaterCatalog: vi.fn() }));

const later = config.catalogs?.find(({ path }) => path.endsWith('/later'))?.include ?? [];
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** `apps/portal/src/…`, as the catalogues name their folders. */
function placeOf(specifier: string, importer: string): string {
  if (specifier.startsWith('@portico/ui/')) return specifier.replace('@portico/ui', 'packages/ui/src');
  return new URL(specifier, `file:///apps/portal/src/app/${importer}`).pathname.slice(1);
}

/** Does the file ask for the words, or the layout route around it (`account.tsx` of `account.people.tsx`)? */
const asks = (file: string) =>
  [file, file.replace(/\.\w+\.tsx$/, '.tsx')].some((route) => /withLaterTexts|laterTexts/.test(sources[route] ?? ''));

const isLater = (place: string) => later.some((folder) => place === folder || place.startsWith(`${folder}/`));

it('brings the later words before anything that needs them is shown', () => {
  const wordless = Object.entries(sources).filter(([file, source]) => {
    if (isLater(placeOf(file, '')) || asks(file)) return false;
    const needed = [...source.matchAll(/(?:from |import\()'([^']+)'/g)].map(([, specifier]) => specifier ?? '');
    return needed.some((specifier) => isLater(placeOf(specifier, file)) && !/\.(query|skeleton|css)$/.test(specifier));
  });
  expect(later.length).toBeGreaterThan(5);
  expect(wordless.map(([file]) => file)).toEqual([]);
});

it('has everybody wait for the same words, and asks again after a failure', async () => {
  const load = vi.mocked(loadLaterCatalog).mockRejectedValueOnce(new Error('offline'));
  await expect(withLaterTexts(Promise.resolve('data'))).rejects.toThrow('offline');

  let arrive = () => {};
  load.mockReturnValue(new Promise((done) => (arrive = () => done({}))));
  const shown: string[] = [];
  const pages = ['first', 'second'].map((page) => withLaterTexts(Promise.resolve(page)).then((it) => shown.push(it)));
  await Promise.resolve();
  expect(shown).toEqual([]);
  arrive();
  await Promise.all(pages);
  expect(shown).toEqual(['first', 'second']);
  expect(load).toHaveBeenCalledTimes(2);
});
