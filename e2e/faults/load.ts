import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { expect, vi } from 'vitest';
import { oneAddress } from '../fixtures/one-address.ts';
import { until } from '../fixtures/until.ts';
import { connectSender } from './sender.ts';

/** So that a test meets no limit that it does not look for. */
export const generousLimits = {
  MAYFLY_INBOX_MESSAGES: '100000',
  ...oneAddress,
  // What the store itself says of a full disk is looked at, not that it filled up.
  MAYFLY_MIN_FREE_DISK_BYTES: '0',
};

/** Subjects of acknowledged mails by the inbox they went to. */
export type Acknowledged = ReadonlyMap<CreatedInbox, Set<string>>;

export async function makeInboxes(client: Client, count: number): Promise<Acknowledged> {
  const made = new Map<CreatedInbox, Set<string>>();
  for (let n = 0; n < count; n += 1) {
    made.set(await client.createInbox({ ttlMinutes: 1440 }), new Set());
  }
  return made;
}

export const countOf = (acknowledged: Acknowledged): number =>
  [...acknowledged.values()].reduce((sum, { size }) => sum + size, 0);

export interface Load {
  /** Every refusal so far, as it came: `451 4.3.0 …`. */
  readonly refusals: readonly string[];
  /** Resolves when so many more have been acknowledged. */
  acknowledges(more: number): Promise<void>;
  /** Resolves when so many more have been refused. */
  refuses(more: number): Promise<void>;
  stop(): Promise<void>;
}

export interface LoadOptions {
  /** Each connection goes to the next one. */
  readonly ports: readonly number[];
  readonly acknowledged: Acknowledged;
  readonly senders?: number;
  /** Octets beside the headers. */
  readonly size?: number;
}

/** Sends without pause over several connections, opened again when they are cut, until it is stopped. */
export function startLoad({ ports, acknowledged, senders = 4, size = 0 }: LoadOptions): Load {
  const inboxes = [...acknowledged];
  const name = randomUUID().slice(0, 8);
  const refusals: string[] = [];
  let [count, connections, stopped] = [0, 0, false];
  const sendOver = async (sender: Awaited<ReturnType<typeof connectSender>>): Promise<void> => {
    while (!stopped) {
      const [inbox, subjects] = inboxes[count % inboxes.length] ?? [];
      const subject = `${name}-${(count += 1)}`;
      if (inbox === undefined || subjects === undefined) return;
      const reply = await sender.exchange({ to: inbox.address, subject, size });
      if (reply.startsWith('250')) subjects.add(subject);
      else refusals.push(reply);
      // The relay ends this session with it.
      if (reply.startsWith('421')) return;
    }
  };
  const work = async (): Promise<void> => {
    while (!stopped) {
      const port = ports[(connections += 1) % ports.length] ?? 0;
      try {
        const sender = await connectSender(port);
        await sendOver(sender).finally(() => sender.close());
      } catch {
        // Cut, or nobody there: what was not acknowledged is not counted.
        await pause(20);
      }
    }
  };
  const working = Promise.all(Array.from({ length: senders }, work));
  const reaches = (what: string, now: () => number) => async (more: number) => {
    const aim = now() + more;
    await until(() => now() >= aim, { what: `${more} more ${what}`, seconds: 60 });
  };
  return {
    refusals,
    acknowledges: reaches('acknowledged', () => countOf(acknowledged)),
    refuses: reaches('refused', () => refusals.length),
    async stop() {
      stopped = true;
      await working;
    },
  };
}

/** The subjects that the API shows, each as often as it does. */
async function visible(client: Client, { id, token }: CreatedInbox): Promise<string[]> {
  const subjects: string[] = [];
  let after: Parameters<Client['listMessages']>[1] = {};
  for (;;) {
    const { items, next } = await client.listMessages(id, { ...after, limit: 100, token });
    if (items.length === 0) return subjects;
    for (const item of items)
      if (item.change !== 'deleted') subjects.push(item.content?.subject ?? '');
    after = { after: next };
  }
}

/** Waits until every acknowledged mail is shown, and none of them twice. */
export async function expectAll(client: Client, acknowledged: Acknowledged): Promise<void> {
  for (const [inbox, subjects] of acknowledged) {
    await vi.waitFor(
      async () => {
        const shown = await visible(client, inbox);
        expect([...subjects].filter((subject) => !shown.includes(subject))).toEqual([]);
        expect(new Set(shown).size).toBe(shown.length);
      },
      { timeout: 60_000, interval: 200 },
    );
  }
}
