import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { defineConfig } from 'wxt';
import { compileHint } from './build/compile-hint.ts';
import { mergeLocales } from './build/merge-locales.ts';
import { packSuffixes } from './build/public-suffixes.ts';
import { slimZod } from '@mayfly/shared/build/slim-zod';
import { squeezeStyles } from './build/squeeze-styles.ts';

/** What the extension asks for at installation, and why; test/permissions.json is the checked-in list. */
const permissions = [
  // The tab in which the person asked for an address, while it stays on that site.
  'activeTab',
  'scripting',
  'contextMenus',
  'storage',
  'alarms',
  'notifications',
];

const chromePermissions = [
  // A service worker has no clipboard: a hidden page copies a code after a click on the notification's button.
  'offscreen',
  'clipboardWrite',
  // Chrome shows nothing at the side of an extension without it; people are not warned of it. Firefox needs none.
  'sidePanel',
];

/**
 * Firefox' default policy upgrades http to https, so that a relay in the home network could not be reached: the policy
 * is ours. A message is shown in a srcdoc frame, which inherits this policy and narrows styles and images further;
 * `frame-src 'none'` keeps that frame from going anywhere.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: http: https:",
  "font-src 'self'",
  "connect-src 'self' http: https: ws: wss:",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The drawing itself, and icons in sizes that the browser does not use, stay out of the package. */
const isLeftOut = (file: string, browser: string) =>
  /^icon[/\\].*\.svg$/.test(file) ||
  file === path.join('icon', browser === 'firefox' ? '128.png' : '96.png');

export default defineConfig({
  srcDir: 'src',
  imports: false,
  modules: ['@wxt-dev/module-vue', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  i18n: { localesDir: mergeLocales(path.join(import.meta.dirname, '.wxt/locales')) },
  vue: { vite: { features: { optionsAPI: false } } },
  vite: () => ({
    plugins: [slimZod(), squeezeStyles(), compileHint(['page.js'])],
    build: { modulePreload: { polyfill: false } },
  }),
  hooks: {
    // `imports: false` alone still takes a variable of ours that is called `storage` for WXT's.
    'config:resolved': ({ config }) => {
      Object.assign(config.imports, { autoImport: false });
    },
    'build:publicAssets': async ({ config }, assets) => {
      const carried = assets.filter(({ relativeDest }) => !isLeftOut(relativeDest, config.browser));
      assets.splice(0, assets.length, ...carried);
      for (const asset of assets) {
        // The locales come from their module with white space.
        if ('contents' in asset) asset.contents = JSON.stringify(JSON.parse(asset.contents));
      }
      const packed = path.join(config.wxtDir, 'suffixes.bin');
      await mkdir(config.wxtDir, { recursive: true });
      await writeFile(packed, packSuffixes());
      assets.push({ absoluteSrc: packed, relativeDest: 'suffixes.bin' });
    },
    'prepare:publicPaths': (_, paths) => {
      paths.push('suffixes.bin');
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: browser === 'firefox' ? permissions : [...permissions, ...chromePermissions],
    host_permissions: ['http://127.0.0.1/*', 'http://localhost/*'],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    // One worker for all windows; what belongs to private ones it keeps in memory (storage/private-mail.ts).
    incognito: 'spanning',
    action: { default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' } },
    commands: {
      'fresh-address': {
        suggested_key: { default: 'Alt+Shift+M' },
        description: '__MSG_command_freshAddress__',
      },
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'mayfly@mayfly.test',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '133' }),
  }),
});
