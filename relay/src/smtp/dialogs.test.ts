import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { octetsOf, parseDialog, runDialog, type Step, type World } from '../../test/dialog.ts';
import { type MailSide, type MailSideOptions, startMailSide } from '../../test/mail-side.ts';
import { RelayError } from '../core/errors.ts';
import type { InboxRecord, Store } from '../core/ports.ts';
import { createAnalysisPool } from '../mail/analysis-pool.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const folder = new URL('../../test/dialogs/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.smtp'))
  .sort();

const unitsMs: Readonly<Record<string, number>> = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};

/** A store that is away while `isDown` says so, as one behind a broken line or a full disk. */
function withOutages(store: Store, isDown: () => boolean): Store {
  const guard = async () => {
    if (isDown()) throw new RelayError('store-unavailable');
  };
  return {
    ...store,
    findInbox: async (id) => guard().then(() => store.findInbox(id)),
    findAddress: async (tag) => guard().then(() => store.findAddress(tag)),
    saveMessage: async (...args) => guard().then(() => store.saveMessage(...args)),
  };
}

/** `! limit NAME VALUE` lines hold for the whole dialog. */
function limitsOf(steps: readonly Step[]): MailSideOptions {
  const limits: Record<string, number> = {};
  for (const { kind, text } of steps) {
    const [command, name = '', value] = text.split(' ');
    if (kind === '!' && command === 'limit') limits[name] = Number(value);
  }
  return limits;
}

async function inboxOf(side: MailSide, address: string): Promise<InboxRecord> {
  if (address === 'operator') return side.openOperator();
  const inbox = side.inboxes.get(address);
  if (inbox === undefined) throw new Error(`No inbox ${address} was made`);
  return inbox;
}

function createWorld(side: MailSide, outage: { isDown: boolean }): World {
  const commands: Readonly<Record<string, (...words: readonly string[]) => Promise<unknown>>> = {
    limit: async () => undefined,
    inbox: (address = '') => side.openInbox(address),
    delete: async (address = '') => side.store.deleteInbox((await inboxOf(side, address)).id),
    cleanup: () => side.store.cleanup(),
    pass: async (n, unit = '') => side.pass(Number(n) * (unitsMs[unit] ?? Number.NaN)),
    store: async (state) => void (outage.isDown = state === 'down'),
  };
  return {
    port: side.port,
    async command([name = '', ...words]) {
      const command = commands[name];
      if (command === undefined) throw new Error(`There is no command ${name}`);
      await command(...words);
    },
    async check([address = '', verb, object = '']) {
      const mails = await side.shown(await inboxOf(side, address));
      const raw = mails.map((shown) => shown.raw).join('\n');
      const octets = octetsOf(object).toString('latin1');
      if (verb === 'holds') expect(mails).toHaveLength(Number(object));
      else if (verb === 'has') expect(raw).toContain(octets);
      else if (verb === 'lacks') expect(raw).not.toContain(octets);
      else throw new Error(`There is no check ${verb}`);
    },
  };
}

describe('SMTP dialogs', () => {
  const parser = createAnalysisPool({ threads: 1 });
  afterAll(() => parser.close());

  it('are many', () => expect(files.length).toBeGreaterThanOrEqual(40));

  it.concurrent.each(files)('%s', async (file) => {
    const steps = parseDialog(readFileSync(new URL(file, folder), 'utf8'));
    const outage = { isDown: false };
    const wrapStore = (store: Store) => withOutages(store, () => outage.isDown);
    await using side = await startMailSide({ ...limitsOf(steps), wrapStore, parser });
    await runDialog(steps, createWorld(side, outage));
  });
});
