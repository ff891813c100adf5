import { readFileSync } from 'node:fs';

/** Every file the browser fetches for these modules, by following static imports. */
function filesOf(app, modules, extension) {
  const manifest = JSON.parse(readFileSync(`dist/${app}/.vite/manifest.json`, 'utf8'));
  const seen = new Set();
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${app} has no module ${key}: the budget would measure nothing`);
    if (seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) {
      if (file.endsWith(extension)) files.add(`dist/${app}/${file}`);
    }
    for (const key of chunk.imports ?? []) visit(key);
  };
  for (const module of modules) visit(module);
  return [...files];
}

const portalHome = [
  'index.html',
  'src/routes/$portal.tsx?tsr-split=component',
  'src/routes/$portal/_signed.tsx?tsr-split=component',
  'src/routes/$portal/_signed/index.tsx?tsr-split=component',
  '../../packages/i18n/locales/en/portal.po',
];

export default [
  {
    name: 'portal: script until home is shown',
    path: filesOf('portal', portalHome, '.js'),
    limit: '150 kB',
    gzip: true,
  },
  {
    name: 'portal: styles until home is shown',
    path: filesOf('portal', portalHome, '.css'),
    limit: '15 kB',
    gzip: true,
  },
  {
    name: 'back office: script of the entry',
    path: filesOf('office', ['index.html'], '.js'),
    limit: '260 kB',
    gzip: true,
  },
];
