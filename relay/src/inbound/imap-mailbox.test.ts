import { once } from 'node:events';
import { createServer as createPlainServer } from 'node:net';
import { createServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { makeCertificate } from '../../test/certificates.ts';
import { startDovecot } from '../../test/dovecot.ts';
import { openMailbox } from './imap-mailbox.ts';

const how = { afterwards: { kind: 'seen' }, mostOctets: 1000 } as const;
const account = { host: '127.0.0.1', user: 'me', password: 'hidden-word', folder: 'INBOX' };

const portOf = (server: { address(): unknown }): number => {
  const address = server.address();
  const isBound = typeof address === 'object' && address !== null && 'port' in address;
  return isBound ? Number(address.port) : expect.fail('no port');
};

describe('a password', () => {
  it('is not told a server elsewhere that has no STARTTLS', async () => {
    const said: string[] = [];
    const server = createPlainServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n');
      socket.on('data', (chunk) => {
        said.push(String(chunk));
        const [tag = ''] = String(chunk).split(' ');
        socket.write(`${tag} BAD not that\r\n`);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const place = { ...account, port: portOf(server), secure: false, mayBePlain: false };
    await expect(openMailbox(place, how)).rejects.toThrow(/STARTTLS/i);
    server.close();
    expect(said.join('')).not.toMatch(/LOGIN|AUTHENTICATE|hidden-word/i);
  });

  it('is not told a server whose certificate nobody vouches for', async () => {
    const { cert, key } = makeCertificate({ to: Date.now() + 86_400_000 });
    const said: string[] = [];
    const server = createServer({ cert, key }, (socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => said.push(String(chunk)));
      socket.write('* OK ready\r\n');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const place = { ...account, port: portOf(server), secure: true, mayBePlain: false };
    await expect(openMailbox(place, how)).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    server.close();
    expect(said).toEqual([]);
  });
});

describe('an open mailbox', () => {
  it('says that it is lost, and not that its mails are gone', async () => {
    await using dovecot = await startDovecot();
    for (const n of [1, 2]) await dovecot.deliver(`Subject: ${n}\n\nHello\n`);
    const { port, user, password } = dovecot;
    const place = { ...account, port, user, password, secure: false, mayBePlain: true };
    const mailbox = await openMailbox(place, how);
    expect(await mailbox.uidsFrom(1)).toEqual([1, 2]);
    expect(await mailbox.uidsFrom(3)).toEqual([]);
    expect(await mailbox.read(3)).toBeNull();
    await dovecot.stop();
    await expect(mailbox.waitForNews(10_000)).rejects.toThrow();
    await expect(mailbox.uidsFrom(1)).rejects.toThrow();
    await expect(mailbox.heads([1], 1000)).rejects.toThrow();
    await expect(mailbox.read(1)).rejects.toThrow();
    await expect(mailbox.settle(1)).rejects.toThrow();
    await mailbox.close();
  });

  it('waits for news, but not for what came before it waits', async () => {
    await using dovecot = await startDovecot();
    const { port, user, password } = dovecot;
    const place = { ...account, port, user, password, secure: false, mayBePlain: true };
    const mailbox = await openMailbox(place, how);
    expect(await mailbox.uidsFrom(1)).toEqual([]);
    const told = mailbox.waitForNews(60_000);
    await dovecot.deliver('Subject: 1\n\nHello\n');
    await told;
    expect(await mailbox.uidsFrom(1)).toEqual([1]);
    await mailbox.waitForNews(10);
    await mailbox.close();
  });
});
