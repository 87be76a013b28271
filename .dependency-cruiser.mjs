const tests = String.raw`\.(test|spec)\.ts$|/test/|^e2e/`;

/** "One third-party library, one importing file": the rest of the code speaks to that file. */
const aloneImported = [
  'smtp-server',
  'mailparser',
  'redis',
  'jsonwebtoken',
  'ws',
  'mailauth',
  '@hpke/core',
  'imapflow',
  'disposable-email-domains-js',
  'pino',
  'postal-mime',
  'prom-client',
  'uqr',
];
const library = (name) => `(^|/)node_modules/(@types/)?${name}/`;

/** The places of the relay that stand side by side and never know each other. */
const relayEdges = ['smtp', 'http', 'store', 'mail', 'inbound', 'metrics'];

/** Refuses dependencies from one set of files to another, all but `except`. */
function never(name, comment, from, to, except) {
  return {
    name,
    comment,
    severity: 'error',
    from: typeof from === 'string' ? { path: from, pathNot: tests } : from,
    to: except === undefined ? { path: to } : { path: to, pathNot: except },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Modules that need each other, be it for a type, are one module or have a third in them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'What is imported must be there and be named in the package.json of the importer.',
      severity: 'error',
      from: { path: '^(relay|shared|extension|e2e)/' },
      to: { couldNotResolve: true, pathNot: '^(#|virtual:|wxt/|~|/)' },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A library must stand in the package.json of the package that imports it.',
      severity: 'error',
      from: { path: '^(relay|shared|extension|e2e)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    never(
      'shared-alone',
      'shared knows no other package.',
      { path: '^shared/' },
      '^(relay|extension|e2e)/',
    ),
    never(
      'relay-not-extension',
      'relay uses shared only.',
      { path: '^relay/' },
      '^(extension|e2e)/',
    ),
    never(
      'web-not-server',
      'The web inbox is a page: it speaks to the relay over HTTP.',
      { path: '^relay/web/' },
      '^relay/(src|test)/',
    ),
    never(
      'server-not-web',
      'The relay serves what the build of the web inbox left.',
      { path: '^relay/(src|test)/' },
      '^relay/web/',
    ),
    never(
      'extension-not-relay',
      'extension uses shared only.',
      { path: '^extension/' },
      '^(relay|e2e)/',
    ),
    never(
      'contract-alone',
      'The contract knows nothing else.',
      '^shared/contract/',
      '^shared/',
      '^shared/contract/',
    ),
    never(
      'client-contract',
      'The client knows the contract.',
      '^shared/client/',
      '^shared/',
      '^shared/(client|contract)/',
    ),
    never(
      'analysis-alone',
      'Analysis knows nothing else.',
      '^shared/analysis/',
      '^shared/',
      '^shared/analysis/',
    ),
    never(
      'main-relay',
      'main reads the environment and starts the relay.',
      '^relay/src/main\\.ts$',
      '^relay/src/',
      '^relay/src/(relay|config|events|processes|free-ports|observe)\\.ts$',
    ),
    never(
      'none-main',
      'main is the edge of the process.',
      { path: '^(relay|shared|extension)/', pathNot: '^relay/(test/|src/mayfly\\.ts$)' },
      '^relay/src/main\\.ts$',
    ),
    never(
      'none-relay',
      "Only main and the operator's commands compose a relay.",
      { path: '^relay/src/', pathNot: `^relay/src/(main\\.ts|operate/)|${tests}` },
      '^relay/src/relay\\.ts$',
    ),
    never(
      'core-inside',
      'core knows core and shared.',
      '^relay/src/core/',
      '^relay/',
      '^relay/src/core/',
    ),
    ...relayEdges.map((edge) =>
      never(
        `relay-${edge}`,
        `${edge} knows core and shared, never its neighbours.`,
        `^relay/src/${edge}/`,
        '^relay/',
        `^relay/src/(core|${edge})/`,
      ),
    ),
    {
      name: 'tests-stay-out',
      comment: 'Code that ships never imports test code.',
      severity: 'error',
      from: { path: '^(relay/src|relay/web|shared|extension/src)/', pathNot: tests },
      to: { path: tests },
    },
    ...aloneImported.map((name) => ({
      name: `one-importer-of-${name.replace(/[^a-z-]/g, '-')}`,
      comment: `One file imports ${name}; the rest of the code speaks to that file.`,
      severity: 'error',
      module: { path: library(name), numberOfDependentsMoreThan: 1 },
      from: { path: '^(relay/src|relay/web|shared|extension/src)/', pathNot: tests },
    })),
  ],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/'] },
    // Built files of ours; those of libraries (node_modules/redis/dist/...) are needed to count importers.
    exclude: {
      path: [
        '^(relay|relay/web|shared|extension|e2e)/(dist|\\.output|\\.wxt|test-results)/',
        '/corpus/',
      ],
    },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.vue', '.d.ts', '.json'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
