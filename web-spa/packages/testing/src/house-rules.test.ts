import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const BIOME = resolve('node_modules/.bin/biome');
const place = mkdtempSync(join(tmpdir(), 'portico-lint-'));
copyFileSync('biome.json', join(place, 'biome.json'));

afterAll(() => rmSync(place, { recursive: true }));

/** What our rules say about a file at that path. */
function lint(path: string, code: string): string {
  const file = join(place, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  const { stdout, stderr } = spawnSync(BIOME, ['lint', path], { cwd: place, encoding: 'utf8' });
  rmSync(file);
  return stdout + stderr;
}

/** An override in Biome replaces the base's patterns, so a rule can vanish unnoticed: bad files must stay bad. */
describe('the linter refuses', () => {
  it.each([
    ['apps/portal/src/bad.ts', "import { z } from 'zod';\nz;\n", 'noRestrictedImports'],
    ['apps/portal/src/bad.ts', "import { AreaChart } from '@mantine/charts';\nAreaChart;\n", 'noRestrictedImports'],
    ['apps/portal/src/bad.ts', "import { signIn } from '@portico/api/office';\nsignIn;\n", 'noRestrictedImports'],
    ['apps/portal/src/bad.ts', "import x from '../../packages/api/src/generated/portal';\nx;\n", 'noRestrictedImports'],
    ['apps/backoffice/src/bad.ts', "import x from '../x/generated/office';\nx;\n", 'noRestrictedImports'],
    ['apps/portal/src/bad.ts', "void fetch('/api/v1/me');\n", 'noRestrictedGlobals'],
    ['apps/backoffice/src/bad.ts', "localStorage.setItem('token', 'x');\n", 'noRestrictedGlobals'],
    ['packages/ui/src/bad.ts', "console.log('x');\n", 'noConsole'],
    ['packages/ui/src/bad.ts', 'export const x: any = 1;\n', 'noExplicitAny'],
    ['packages/ui/src/badName.ts', 'export const x = 1;\n', 'useFilenamingConvention'],
  ])('in %s: %j', (path, code, rule) => {
    expect(lint(path, code)).toContain(rule);
  });

  it('nothing in a good file', () => {
    expect(lint('apps/portal/src/good.ts', "export const greeting = 'hello';\n")).toContain('No fixes applied');
  });
});
