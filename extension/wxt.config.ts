import { defineConfig } from 'wxt';

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
  'connect-src http: https: ws: wss:',
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  srcDir: 'src',
  imports: false,
  modules: ['@wxt-dev/module-vue', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions,
    host_permissions: ['http://127.0.0.1/*', 'http://localhost/*'],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    incognito: 'spanning',
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
