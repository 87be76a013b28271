import { readFileSync } from 'node:fs';
import { routes } from '@mayfly/shared/contract/routes';
import { expect, test } from 'vitest';
import { withApi } from './api-document.ts';
import { examples } from './api-examples.ts';
import { fieldWords } from './field-words.ts';
import { createOpenApi } from './openapi.ts';
import { problemTable } from './problem-table.ts';

const document = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');

test('docs/api.md has every route as it is', () => {
  expect(document, '`npm run docs` writes it anew').toBe(withApi(document));
});

test('docs/api.md has a section with an example for each route, and a row for each code', () => {
  for (const [name, { method, path }] of Object.entries(routes)) {
    const [, section = ''] = document.split(`\n### ${method} ${path}\n`);
    expect(section.split('\n#')[0], name).toContain('\n    curl ');
  }
  for (const code of Object.keys(problemTable)) expect(document).toContain(`\n| \`${code}\` | `);
});

test('no example belongs to a route that is not there', () => {
  expect(Object.keys(examples).filter((name) => !(name in routes))).toEqual([]);
});

test('a document without the place for the routes is refused', () => {
  expect(() => withApi('# The HTTP API\n')).toThrow('lacks');
});

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly oneOf?: readonly Described[];
}
interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, Described>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly description?: string }[];
}

/** Every field and parameter of the OpenAPI document, as `owner.name`, and whether it is described. */
function describedFields(): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const openApi: OpenApi = JSON.parse(JSON.stringify(createOpenApi({ version: '1.2.3' })));
  const visit = (owner: string, schema: Described) => {
    for (const form of schema.oneOf ?? []) visit(owner, form);
    for (const [name, { description }] of Object.entries(schema.properties ?? {}))
      found.set(`${owner}.${name}`, description !== undefined);
  };
  for (const [owner, schema] of Object.entries(openApi.components.schemas)) visit(owner, schema);
  const operations = Object.values(openApi.paths).flatMap((path) => Object.values(path));
  for (const { operationId, parameters = [] } of operations)
    for (const { name, description } of parameters)
      found.set(`${operationId}.${name}`, description !== undefined);
  return found;
}

test('each field of the API is explained', () => {
  const fields = describedFields();
  expect(fields.size).toBeGreaterThan(100);
  expect([...fields].filter(([, isDescribed]) => !isDescribed)).toEqual([]);
});

test('no words are kept for a field that is not there', () => {
  const fields = [...describedFields().keys()];
  const names = new Set([...fields, ...fields.map((field) => field.replace(/^.*\./, ''))]);
  expect(Object.keys(fieldWords).filter((key) => !names.has(key))).toEqual([]);
});
