import { describe, expect, it, vi } from 'vitest';
import { type MailSide, startMailSide } from '../../test/mail-side.ts';
import { connectSmtp, type SmtpClient } from '../../test/smtp-client.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const sentAway =
  '421 4.3.2 All connections are taken and this one made no progress, try again later';

async function arrive(side: MailSide): Promise<SmtpClient> {
  const client = await connectSmtp(side.port);
  expect((await client.readReply()).code).toBe(220);
  return client;
}

async function go(client: SmtpClient, ...commands: readonly string[]): Promise<void> {
  for (const command of commands) expect((await client.ask(command)).code).toBeLessThan(400);
}

const transaction = ['EHLO x', 'MAIL FROM:<shop@fern.example>', 'RCPT TO:<otter@mayfly.test>'];

async function deliver(client: SmtpClient): Promise<void> {
  await go(client, ...transaction, 'DATA', 'Subject: x\r\n\r\nx\r\n.');
}

describe('when all connections are taken', () => {
  it('those that say nothing make room for those that come, one for one', async () => {
    await using side = await startMailSide({ connections: 3 });
    await side.openInbox('otter@mayfly.test');
    const silent = [await arrive(side), await arrive(side)];
    side.pass(1);
    const busy = await arrive(side);
    await go(busy, ...transaction);
    side.pass(3000);
    await deliver(await arrive(side));
    expect(await silent[0]?.readLine()).toBe(sentAway);
    await deliver(await arrive(side));
    expect(await silent[1]?.readLine()).toBe(sentAway);
    await go(busy, 'DATA', 'Subject: x\r\n\r\nx\r\n.');
    const refused = side.log.filter(({ name }) => name === 'mailRefused');
    expect(refused.map(({ fields }) => fields['code'])).toEqual(['overloaded', 'overloaded']);
  });

  it('commands that lead nowhere, and single octets, save nobody', async () => {
    await using side = await startMailSide({ connections: 2 });
    await side.openInbox('otter@mayfly.test');
    const busyBody = await arrive(side);
    await go(busyBody, 'EHLO x');
    const dripping = await arrive(side);
    await go(dripping, ...transaction, 'DATA');
    side.pass(31_000);
    await go(busyBody, 'NOOP', 'MAIL FROM:<shop@fern.example>', 'RSET');
    dripping.send('x');
    await deliver(await arrive(side));
    expect(await busyBody.readLine()).toBe(sentAway);
    side.pass(1);
    await deliver(await arrive(side));
    expect(await dripping.readLine()).toBe(sentAway);
  });

  it('nobody is sent away who gets on, and the new one comes again', async () => {
    await using side = await startMailSide({ connections: 2 });
    await side.openInbox('otter@mayfly.test');
    const fair = await arrive(side);
    await go(fair, ...transaction, 'DATA');
    fair.send(`Subject: x\r\n\r\n${'x'.repeat(100_000)}\r\n`);
    const fresh = await arrive(side);
    await go(fresh, 'EHLO x');
    side.pass(5000);
    const late = await connectSmtp(side.port);
    expect((await late.readReply()).code).toBe(421);
    await go(fresh, 'NOOP');
    await go(fair, '.');
  });
});
