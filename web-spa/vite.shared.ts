import { fileURLToPath } from 'node:url';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import type { PluginOption, UserConfig } from 'vite';

const workspace = fileURLToPath(new URL('.', import.meta.url));
const linguiConfig = { configPath: `${workspace}lingui.config.ts` };

/** What every screen needs travels in a few files instead of dozens. */
const FRAMEWORK = {
  name: 'framework',
  test: /node_modules\/(?:react|react-dom|scheduler|@lingui|@tanstack\/(?:react-router|router-core|history|react-store|store|react-query|query-core))\//,
  priority: 3,
};
const CHUNKS = {
  portal: [
    FRAMEWORK,
    // What home shows and every signed-in route's loader, with all they need, but not what follows changes …
    {
      name: 'start',
      test: /apps\/portal\/src\/(?:app|features\/(?:shell(?!\/live)|home)|(?!.*\/(?:pay-link|outcome)).*\.(?:query|skeleton)\.tsx?$)/,
      priority: 2,
    },
    // … and what forms are made of, which comes with the first form.
    { name: 'forms', test: /node_modules\/@mantine\/|packages\/ui\/src\//, priority: 1, minShareCount: 3 },
  ],
  backoffice: [FRAMEWORK],
};

/** Macros and .po imports: what both builds and the tests need. */
export function messagePlugins(): PluginOption[] {
  return [
    lingui({ ...linguiConfig, failOnCompileError: true }),
    babel({ presets: [linguiTransformerBabelPreset({}, linguiConfig)] }),
  ];
}

/**
 * One build of one audience. Files land where their URL says (`dist/<name>/assets/<name>/…`), so the server maps
 * paths to files one to one; `__CSP_NONCE__` is replaced by the server in every page it serves.
 */
export function appConfig(app: 'portal' | 'backoffice', name: 'portal' | 'office'): UserConfig {
  const root = `${workspace}apps/${app}`;
  return {
    root,
    base: '/',
    html: { cspNonce: '__CSP_NONCE__' },
    plugins: [
      tanstackRouter({
        target: 'react',
        autoCodeSplitting: true,
        routesDirectory: `${root}/src/routes`,
        generatedRouteTree: `${root}/src/route-tree.gen.ts`,
        routeFileIgnorePattern: '\\.test\\.tsx$',
        quoteStyle: 'single',
        semicolons: true,
      }),
      react(),
      ...messagePlugins(),
    ],
    css: { postcss: workspace },
    build: {
      outDir: `${workspace}dist/${name}`,
      emptyOutDir: true,
      assetsDir: `assets/${name}`,
      assetsInlineLimit: 0,
      target: 'es2023',
      manifest: true,
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: { groups: CHUNKS[app] } } },
    },
    server: {
      port: app === 'portal' ? 5173 : 5174,
      proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } },
    },
    preview: { proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } } },
  };
}
