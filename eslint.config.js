import pluginVue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';
import { mayflyRules } from './scripts/lint/rules.mjs';

/**
 * The only files that may say `as`: each stands at an edge where a type is known that the compiler cannot see
 * (a library without types, a DOM event's target, a brand that is made). `as const` is free everywhere.
 */
const boundaryFiles = [
  // IndexedDB and messages between parts of the extension know no types.
  'extension/src/storage/database.ts',
  'relay/web/src/storage/database.ts',
  'extension/src/messaging/router.ts',
  'extension/src/messaging/send.ts',
  // The environment's names and the settings' names stand in one table.
  'relay/src/config.ts',
  // Rows of SQLite, replies of Redis and messages between threads know no types.
  'relay/src/store/redis-replies.ts',
  'relay/src/store/sqlite-rows.ts',
  'relay/src/store/sqlite-thread.ts',
  'relay/src/store/sqlite-worker.ts',
  'relay/test/store-samples.ts',
  // A route's schema, found by its name.
  'shared/client/client.ts',
];

/** Tables of data: no size limit. */
const dataFiles = [
  'shared/analysis/lexicon*.ts',
  'shared/mail/attachment-kinds.ts',
  'relay/src/config-fields.ts',
  'extension/src/detection/rules.ts',
  'extension/src/detection/lexicon*.ts',
  'relay/src/config-fields.ts',
];

const product = ['relay/src/**', 'relay/web/**', 'shared/**', 'extension/src/**'];
const tests = ['**/*.config.ts', '**/*.test.ts', '**/*.spec.ts', '**/test/**', 'e2e/**'];
/** These get all they need handed in; the same input gives the same output. */
const pure = [
  'relay/src/core/**',
  'shared/analysis/**',
  'shared/mail/**',
  'extension/src/detection/**',
];

const sizes = { skipBlankLines: true, skipComments: true };

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name.',
};
const noBarrel = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import from the file that has it.',
};
const noModuleState = {
  selector: 'Program > VariableDeclaration[kind="let"]',
  message: 'No state at module level: keep it in what a composition root builds.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/.output/',
      '**/.wxt/',
      '**/corpus/',
      '**/data/',
      '**/test-results/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommendedTypeChecked,
  ...pluginVue.configs['flat/essential'],
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.vue'],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.ts', 'relay/*.config.ts', 'shared/*.config.ts'],
        },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    plugins: { mayfly: mayflyRules },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', noBarrel],
      'mayfly/todo': 'error',
      'mayfly/long-file': ['warn', { max: 250, ...sizes }],
      'max-lines': ['error', { max: 400, ...sizes }],
      'mayfly/long-function': ['warn', { max: 40, ...sizes }],
      'mayfly/too-long-function': ['error', { max: 60, ...sizes }],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      'vue/require-v-for-key': 'error',
      'vue/no-unused-refs': 'error',
      // A page's root is App.vue, as everywhere in Vue.
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
    },
  },
  {
    files: product,
    ignores: [...tests, '**/*.config.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', noBarrel, noDefaultExport, noModuleState],
    },
  },
  {
    // What a person starts speaks to that person.
    files: ['relay/src/main.ts', 'relay/src/operate/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Each is one long list of cases.
    files: ['relay/test/store-suite-*.ts'],
    rules: { 'mayfly/too-long-function': 'off', 'mayfly/long-function': 'off' },
  },
  {
    // What the browser starts: WXT asks for a default export.
    files: ['extension/src/entrypoints/**'],
    rules: { 'no-restricted-syntax': ['error', noBarrel, noModuleState] },
  },
  {
    files: ['relay/src/**'],
    ignores: ['relay/src/main.ts', 'relay/src/mayfly.ts', 'relay/src/operate/main.ts', ...tests],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Only main.ts touches the process; be handed what you need.' },
      ],
      'no-restricted-imports': [
        'error',
        { name: 'node:process', message: 'Only main.ts touches the process.' },
      ],
    },
  },
  {
    files: pure,
    ignores: tests,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
        { object: 'globalThis', property: 'fetch', message: 'fetch comes in as an argument.' },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'fetch comes in as an argument.' },
        { name: 'process', message: 'Only main.ts touches the process; be handed what you need.' },
      ],
    },
  },
  {
    files: tests,
    rules: {
      // What a test reads from JSON or a page is asserted on at once.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: boundaryFiles.length > 0 ? boundaryFiles : ['none'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    files: dataFiles,
    rules: { 'mayfly/long-file': 'off', 'max-lines': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    plugins: { mayfly: mayflyRules },
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      'mayfly/todo': 'error',
      'max-lines': ['error', { max: 400, ...sizes }],
      'mayfly/too-long-function': ['error', { max: 60, ...sizes }],
    },
  },
);
