import { setTimeout as delay } from 'node:timers/promises';
import { connectSmtp } from '@mayfly/relay/test/smtp-client';
import { expect, it } from 'vitest';
import { startRelay } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';
import { connectSender } from './sender.ts';

/** Above the limit of 100 in ten minutes an address is slowed. */
const UNKNOWN = 1000;
/** Connections of the flood at a time; an address may have 50. */
const AT_ONCE = 25;

interface Flood {
  /** Strangers that were asked for. */
  asked: number;
  /** Of those, how many ended the session because there were too many. */
  ended: number;
  isOver: boolean;
}

/** Whether it was taken. A sender that is asked to come again does (RFC 5321 section 4.5.4.1). */
async function tryToSend(port: number, to: string): Promise<boolean> {
  const sender = await connectSender(port).catch(() => null);
  const code = await sender?.send({ to, subject: 'Your code is 481205' });
  sender?.close();
  return code === 250;
}

/** One session that asks for strangers until it is sent away. */
async function askForStrangers(port: number, flood: Flood): Promise<void> {
  const smtp = await connectSmtp(port);
  try {
    const greeting = await smtp.readReply();
    // Its connections are limited like anybody's.
    if (greeting.code !== 220) return await delay(100);
    await smtp.ask('EHLO big-sender.example');
    await smtp.ask('MAIL FROM:<shop@sender.example>');
    while (!flood.isOver) {
      flood.asked += 1;
      const { code } = await smtp.ask(`RCPT TO:<stranger${flood.asked}@mayfly.test>`);
      if (code === 421) flood.ended += 1;
      if (code !== 550) return;
    }
  } finally {
    smtp.close();
  }
}

async function keepAsking(port: number, flood: Flood): Promise<void> {
  while (!flood.isOver) await askForStrangers(port, flood);
}

it(
  `mail from an address that asked for ${UNKNOWN} unknown recipients, and goes on, gets in`,
  { timeout: 300_000 },
  async () => {
    // The limits are those of an operator who sets nothing.
    await using relay = await startRelay();
    const inbox = await relay.client.createInbox();
    const flood: Flood = { asked: 0, ended: 0, isOver: false };
    const floods = Array.from({ length: AT_ONCE }, () => keepAsking(relay.smtp.port, flood));
    try {
      await Promise.race([
        until(() => flood.asked >= UNKNOWN, { what: 'the flood', seconds: 200, everyMs: 200 }),
        ...floods,
      ]);
      expect(flood.ended).toBeGreaterThan(0);

      const watched = relay.client.listMessages(inbox.id, { wait: 25, token: inbox.token });
      const taken = () => tryToSend(relay.smtp.port, inbox.address);
      await until(taken, { what: 'the mail taken', seconds: 60, everyMs: 500 });
      expect((await watched).items).toHaveLength(1);
    } finally {
      flood.isOver = true;
      await Promise.allSettled(floods);
    }
  },
);
