import { commonCodes } from '@mayfly/shared/contract/routes';
import { type ProblemCode, problemCodes } from '@mayfly/shared/contract/problem';
import { z } from 'zod';
import { type Example, examples } from './api-examples.ts';
import {
  anchor,
  fieldRows,
  linkTo,
  refName,
  type Schema,
  schemaShape,
  shape,
  table,
  typeOf,
} from './describe-schema.ts';
import { createOpenApi } from './openapi.ts';
import { problemTable } from './problem-table.ts';

const begin = '<!-- made by `npm run docs`; do not edit -->';
const end = '<!-- end -->';

const contentShape = z.record(z.string(), z.object({ schema: schemaShape.optional() }));
const operationShape = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        description: z.string().optional(),
        required: z.boolean(),
        schema: schemaShape,
      }),
    )
    .default([]),
  requestBody: z.object({ content: contentShape }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string(), content: contentShape.optional() }),
  ),
});
type Operation = z.infer<typeof operationShape>;

const documentShape = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
  components: z.object({ schemas: z.record(z.string(), schemaShape) }),
});

interface Placed extends Operation {
  readonly method: string;
  /** With `:name` for each parameter. */
  readonly path: string;
}

type Schemas = Readonly<Record<string, Schema>>;

/** A route belongs to the first group whose paths it matches. */
const groups: readonly { readonly title: string; readonly paths: RegExp }[] = [
  { title: 'Messages', paths: /^\/v1\/inboxes\/:id\/messages/ },
  { title: 'Inboxes', paths: /^\/v1\/inboxes/ },
  { title: 'Waiting on many inboxes', paths: /^\/v1\/(watch|live)/ },
  { title: 'Access', paths: /^\/v1\/(pair|access)/ },
  { title: 'Mail by other ways', paths: /^\/v1\/inbound/ },
  { title: 'The relay itself', paths: /./ },
];
/** As they are read. */
const order = ['Inboxes', 'Messages', ...groups.slice(2).map(({ title }) => title)];

const bodySchema = ({ requestBody }: Operation): [string, Schema | undefined] | null => {
  const [first] = Object.entries(requestBody?.content ?? {});
  return first === undefined ? null : [first[0], first[1].schema];
};

const resolved = (schemas: Schemas, schema: Schema): Schema =>
  (schema.$ref === undefined ? undefined : schemas[refName(schema.$ref)]) ?? schema;

function inputRows(operation: Operation, schemas: Schemas): string[][] {
  const parameters = operation.parameters.map(({ name, in: place, schema, required, ...rest }) => [
    `\`${name}\``,
    place,
    typeOf(schema),
    required ? 'yes' : '',
    rest.description ?? '',
  ]);
  const body = bodySchema(operation)?.[1];
  if (body === undefined) return parameters;
  const fields = fieldRows(resolved(schemas, body));
  return [...parameters, ...fields.map(([name = '', ...rest]) => [name, 'body', ...rest])];
}

/** Who may call it, from the schemes that the document names. */
function whoOf({ security, description = '' }: Operation): string {
  const schemes = security.map((each) => Object.keys(each).join(' and '));
  if (schemes.length === 0) return 'anybody';
  if (schemes.includes('') && schemes.includes('access'))
    return 'whoever has access; on an open relay anybody';
  if (schemes.includes('access')) return 'whoever has access';
  if (schemes.some((scheme) => scheme.startsWith('inbound')))
    return 'whoever has the secret of this way in';
  const scope = /scope `(\w+)`/.exec(description)?.[1];
  if (scope === 'read') return 'a token of the inbox, `read` or `manage`';
  return scope === undefined ? description : `a token of the inbox, \`${scope}\``;
}

const isSuccess = (status: string): boolean => status < '400';

function answerOf({ responses }: Operation, schemas: Schemas): string {
  const [status = '', { content = {} } = { content: {} }] =
    Object.entries(responses).find(([each]) => isSuccess(each)) ?? [];
  const [media] = Object.entries(content);
  if (media === undefined) return `Answers ${status} without a body.`;
  const [type, { schema }] = media;
  if (schema === undefined) return `Answers ${status} with \`${type}\`.`;
  const { properties = {} } = resolved(schemas, schema);
  const fields = Object.keys(properties).map((name) => `\`${name}\``);
  return `Answers ${status} with ${typeOf(schema)}: ${fields.join(', ')}.`;
}

const known: ReadonlySet<string> = new Set(problemCodes);
const isCode = (text: string): text is ProblemCode => known.has(text);
const common: ReadonlySet<string> = new Set(commonCodes);

const sentence = (code: ProblemCode): string => `\`${code}\`: ${problemTable[code].title}`;

/** The codes of a route's own, by status. */
function problemRows({ responses }: Operation): string[][] {
  return Object.entries(responses).flatMap(([status, { description }]) => {
    if (isSuccess(status)) return [];
    const codes = [...description.matchAll(/`([a-z-]+)`:/g)].flatMap(([, code = '']) =>
      isCode(code) && !common.has(code) ? [sentence(code)] : [],
    );
    return codes.length === 0 ? [] : [[status, codes.join('. ')]];
  });
}

/** The words of curl by which a scheme of the document is met. */
const keys: ReadonlyMap<string, string> = new Map([
  ['inbox', '-H "Authorization: Bearer $token"'],
  ['access', '-H "Authorization: Bearer $access"'],
  ['inboundBearer', '-H "Authorization: Bearer $secret"'],
  ['inboundBasic', '-u "improvmx:$secret"'],
]);

const lineLength = 110;

/** The words as an indented block; a line that gets too long goes on in the next one. */
function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(word);
    else if (last.length + word.length < lineLength) lines.push(`${lines.pop()} ${word}`);
    else lines.push(`  ${word}`);
  }
  return lines.map((line) => `    ${line}`).join(' \\\n');
}

function exampleOf(operation: Placed): string {
  const { operationId, method, path } = operation;
  const example: Example = examples[operationId] ?? {};
  const media = bodySchema(operation)?.[0];
  if (media !== undefined && example.body === undefined)
    throw new Error(`relay/src/http/api-examples.ts lacks the body of ${operationId}`);
  const schemes = operation.security.flatMap((each) => Object.keys(each));
  const id = schemes.includes('access') ? '$accessId' : '$id';
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => {
    if (name === 'id') return id;
    return name === 'n' ? '0' : `$${name}`;
  });
  const words = [
    'curl -sS',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    `"$relay${filled}${example.query ?? ''}"`,
    ...schemes.flatMap((scheme) => keys.get(scheme) ?? []),
    ...(media === undefined ? [] : [`-H 'Content-Type: ${media}'`]),
    ...(example.words === undefined ? [] : [example.words]),
    ...(example.body === undefined ? [] : [example.body]),
  ];
  return wrapped(words);
}

/** curl cannot speak WebSocket everywhere; Node can. */
const liveExample = [
  '    node -e \'const live = new WebSocket(process.argv[1].replace(/^http/, "ws") + "/v1/live");',
  '      live.onopen = () => live.send(JSON.stringify({ watch: [{ token: process.argv[2] }] }));',
  '      live.onmessage = ({ data }) => console.log(data)\' "$relay" "$token"',
].join('\n');

const headingOf = ({ method, path }: Placed): string => `${method} ${path}`;

function section(operation: Placed, schemas: Schemas): string {
  const inputs = inputRows(operation, schemas);
  const problems = problemRows(operation);
  const isLive = operation.operationId === 'live';
  const parts = [
    `### ${headingOf(operation)}`,
    `${operation.summary}. Who: ${whoOf(operation)}.`,
    ...(inputs.length > 0 ? [table(['input', 'in', 'type', 'needed', 'what'], inputs)] : []),
    ...(isLive
      ? [`${operation.description}`.replaceAll(/Live\w+/g, linkTo)]
      : [answerOf(operation, schemas)]),
    ...(problems.length > 0 ? [table(['status', 'when'], problems)] : []),
    isLive ? liveExample : exampleOf(operation),
  ];
  return parts.join('\n\n');
}

function readOperations(paths: z.infer<typeof documentShape>['paths']): Placed[] {
  return Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path: path.replace(/\{(\w+)\}/g, ':$1'),
    })),
  );
}

function groupOf({ path }: Placed): string {
  return groups.find(({ paths }) => paths.test(path))?.title ?? '';
}

const overview = (operations: readonly Placed[]): string =>
  table(
    ['route', 'what', 'who'],
    operations.map((operation) => {
      const heading = headingOf(operation);
      return [`[${heading}](#${anchor(heading)})`, operation.summary, whoOf(operation)];
    }),
  );

/** The API in Markdown, from the document that the relay serves at /v1/openapi.json. */
function describeApi(): string {
  const { paths, components } = documentShape.parse(createOpenApi({ version: '' }));
  const operations = readOperations(paths);
  const grouped = order.map((title) => ({
    title,
    routes: operations.filter((operation) => groupOf(operation) === title),
  }));
  const filled = grouped.filter(({ routes }) => routes.length > 0);
  const codes = problemCodes.map((code) => [
    `\`${code}\``,
    String(problemTable[code].status),
    problemTable[code].title,
  ]);
  // These stand with the one route that takes them.
  const bodies = new Set(
    operations.map((operation) => refName(bodySchema(operation)?.[1]?.$ref ?? '')),
  );
  const everywhere = commonCodes.map((code) => `\`${code}\``).join(', ');
  return [
    '## All routes',
    overview(filled.flatMap(({ routes }) => routes)),
    ...filled.flatMap(({ title, routes }) => [
      `## ${title}`,
      ...routes.map((operation) => section(operation, components.schemas)),
    ]),
    '## Shapes',
    'Answers may gain fields later: pass over what you do not know. A request with a field that is not named here is refused.',
    ...Object.entries(components.schemas)
      .filter(([name]) => !bodies.has(name))
      .map(shape),
    '## Problem codes',
    `Any route may answer ${everywhere}; the others stand with their routes. Some are given to senders alone, over SMTP.`,
    table(['code', 'status', 'when'], codes),
  ].join('\n\n');
}

/** The document with its routes as they are now. */
export function withApi(document: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document lacks ${begin} … ${end}`);
  return `${document.slice(0, from)}${begin}\n\n${describeApi()}\n\n${document.slice(to)}`;
}
