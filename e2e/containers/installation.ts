import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Client, createClient } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { connectSender } from '../faults/sender.ts';
import { until } from '../fixtures/until.ts';
import { root } from './compose-file.ts';
import { createProject, type Project } from './engine.ts';
import { fetchThrough, type Front } from './front.ts';

export const smtpPort = 12525;
export const httpPort = 18080;
export const httpsPort = 18443;
export const serverName = 'mail.mayfly.test';

/** The four lines of `.env`, and what a machine without a name on the internet needs instead of port and authority. */
const settings = [
  'MAYFLY_DOMAINS=mayfly.test',
  `MAYFLY_SMTP_NAME=${serverName}`,
  `FRONT_NAMES=${serverName}, mta-sts.mayfly.test`,
  `MAYFLY_SECRET=k1:${'5'.repeat(64)}`,
  'FRONT_ISSUER=internal',
  'FRONT_ISSUER_FOLDER=local',
  `SMTP_PORT=${smtpPort}`,
  `HTTP_PORT=${httpPort}`,
  `HTTPS_PORT=${httpsPort}`,
  'MAYFLY_VERDICTS=off',
];

/** What a person who follows docs/install.md has on the server. */
export interface Installation extends Project {
  up(...services: string[]): Promise<void>;
  /** Resolves when a relay can take mail. */
  ready(): Promise<void>;
  /** The front, once it has an authority. */
  front(): Promise<Front>;
  [Symbol.asyncDispose](): Promise<void>;
}

const copied = ['docker-compose.yml', 'docker-compose.several.yml', 'haproxy.cfg'];

/** Lays the files into a folder of their own; nothing is up yet. */
export async function prepare(composeFile: string): Promise<Installation> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-compose-'));
  for (const name of copied) await copyFile(path.join(root, name), path.join(folder, name));
  await writeFile(path.join(folder, '.env'), `${settings.join('\n')}\n`);
  const project = createProject('mayflytry', { folder, composeFile });
  await project.remove();
  const health = () => project.exec('relay', 'mayfly', 'health', '--ready').catch(() => '');
  const authority = '/certificates/pki/authorities/local/root.crt';
  return {
    ...project,
    up: async (...services) => void (await project.compose('up', '-d', '--no-build', ...services)),
    async ready() {
      const isReady = async () => (await health()).includes('"status":"ready"');
      await until(isReady, { what: 'a relay that can take mail', seconds: 90, everyMs: 500 });
    },
    async front() {
      const read = () => project.exec('front', 'cat', authority).catch(() => null);
      const ca = await until(read, { what: 'an authority of the front', seconds: 60 });
      return { name: serverName, port: httpsPort, ca };
    },
    async [Symbol.asyncDispose]() {
      await project.remove();
      await rm(folder, { recursive: true });
    },
  };
}

/** An inbox on it, and what can be done with that. */
export interface Box {
  readonly client: Client;
  readonly inbox: CreatedInbox;
  /** @returns the code of the last reply. */
  send(subject: string): Promise<number>;
  subjects(): Promise<readonly string[]>;
}

const clientOf = (front: Front, accessToken?: string) =>
  createClient({
    baseUrl: `https://${front.name}:${front.port}`,
    fetch: fetchThrough(front),
    accessToken,
  });

/** The same inbox by way of another front. */
export function reach(front: Front, inbox: CreatedInbox): Box {
  const client = clientOf(front);
  return {
    client,
    inbox,
    async send(subject) {
      const sender = await connectSender(smtpPort);
      try {
        return await sender.send({ to: inbox.address, subject });
      } finally {
        sender.close();
      }
    },
    async subjects() {
      const { items } = await client.listMessages(inbox.id, { token: inbox.token });
      return items.flatMap((item) =>
        item.change === 'deleted' ? [] : (item.content?.subject ?? []),
      );
    },
  };
}

/** Makes an inbox as somebody to whom the operator gave access. */
export async function openBox(installation: Installation, front: Front): Promise<Box> {
  const said = await installation.exec('relay', 'mayfly', 'access', 'add', 'Test');
  const [accessToken] = /^\S{60,}$/m.exec(said) ?? [];
  return reach(front, await clientOf(front, accessToken).createInbox({ ttlMinutes: 60 }));
}
