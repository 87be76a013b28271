import { expect, it, vi } from 'vitest';
import { startMailSide } from '../../test/mail-side.ts';
import { parsedMail } from '../../test/scripted-parser.ts';
import { connectSmtp, type SmtpClient } from '../../test/smtp-client.ts';
import { parseConfig } from '../config.ts';
import type { MessageParser } from '../core/ports.ts';

// Room for a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const living = 'otter@mayfly.test';
const parser: MessageParser = {
  parse: () => Promise.resolve({ ok: true, parsed: parsedMail('x') }),
  examine: async (raw) => ({ ok: true, raw }),
  queued: 0,
  isWorking: () => Promise.resolve(true),
  close: () => Promise.resolve(),
};

/** The limits as an operator has them who sets nothing. */
function defaults() {
  const parsed = parseConfig({});
  if (!parsed.ok) throw new Error('The defaults are at fault');
  return parsed.config;
}

/** A tarpit that lets time pass at once, and says how long it would have been. */
function createTarpit() {
  const held: number[] = [];
  return {
    held,
    tarpit(milliseconds: number, run: () => void) {
      held.push(milliseconds);
      const turn = setImmediate(run);
      return () => clearImmediate(turn);
    },
  };
}

async function greet(port: number): Promise<SmtpClient | null> {
  const client = await connectSmtp(port);
  if ((await client.readReply()).code !== 220) return null;
  await client.ask('EHLO big-sender.example');
  await client.ask('MAIL FROM:<shop@fern.example>');
  return client;
}

/** One session that asks for one stranger after the other, as long as it is let. Returns how many were not there. */
async function askForStrangers(port: number): Promise<number> {
  const client = await greet(port);
  if (client === null) throw new Error('The connection was refused');
  for (let refused = 0; ; refused += 1) {
    const reply = await client.ask(`RCPT TO:<stranger${refused}@mayfly.test>`);
    if (reply.code === 550) continue;
    expect(reply.lines).toEqual(['421 4.7.0 Too many refused recipients']);
    await client.readLine();
    return refused;
  }
}

it('a mail to a living inbox gets in at once from an address that asked for 1,000 unknown ones', async () => {
  const { tarpit, held } = createTarpit();
  await using side = await startMailSide({ parser, clientLimits: defaults(), tarpit });
  const inbox = await side.openInbox(living);
  let unknown = 0;
  let sessions = 0;
  const flood = async (until: () => boolean) => {
    while (!until()) {
      sessions += 1;
      const refused = await askForStrangers(side.port);
      unknown += refused;
    }
  };
  await Promise.all(Array.from({ length: 5 }, () => flood(() => unknown >= 1000)));
  // It is in the box: most of its sessions ended early, and its answers were held back.
  expect(sessions).toBeGreaterThan(200);
  expect(held.length).toBeGreaterThan(500);
  expect(new Set(held)).toEqual(new Set([2000]));
  expect(await askForStrangers(side.port)).toBeLessThanOrEqual(3);

  // No time has passed on the relay's clock, the flood goes on, and the first attempt of the mail gets through.
  let isDone = false;
  const flooding = Promise.all(Array.from({ length: 5 }, () => flood(() => isDone)));
  const heldBefore = held.length;
  const client = await greet(side.port);
  expect((await client?.ask(`RCPT TO:<${living}>`))?.code).toBe(250);
  expect((await client?.ask('DATA'))?.code).toBe(354);
  expect((await client?.ask('Subject: x\r\n\r\nYour code is 123456\r\n.'))?.code).toBe(250);
  // What was held back meanwhile were the flood's answers: each is one 550 or 421.
  expect(held.length).toBeGreaterThanOrEqual(heldBefore);
  isDone = true;
  await flooding;
  client?.close();
  expect(await side.shown(inbox)).toHaveLength(1);
});

it('a slowed sender is slowed at unknown recipients only', async () => {
  const { tarpit, held } = createTarpit();
  const clientLimits = { ...defaults(), smtpUnknownPerTenMinutes: 1 };
  await using side = await startMailSide({ parser, clientLimits, tarpit });
  await side.openInbox(living);
  const client = await greet(side.port);
  await client?.ask('RCPT TO:<stranger@mayfly.test>');
  const before = held.length;
  expect((await client?.ask(`RCPT TO:<${living}>`))?.code).toBe(250);
  await client?.ask('DATA');
  expect((await client?.ask('Subject: x\r\n\r\nx\r\n.'))?.code).toBe(250);
  const again = await greet(side.port);
  expect((await again?.ask(`RCPT TO:<${living}>`))?.code).toBe(250);
  expect(held.length).toBe(before);
  // A transaction with a living inbox in it is never ended for the strangers beside it.
  for (let i = 0; i < 6; i += 1)
    expect((await again?.ask('RCPT TO:<stranger@mayfly.test>'))?.code).toBe(550);
  expect(held.length).toBe(before + 6);
  await again?.ask('DATA');
  expect((await again?.ask('Subject: x\r\n\r\nx\r\n.'))?.code).toBe(250);
  for (const one of [client, again]) one?.close();
});
