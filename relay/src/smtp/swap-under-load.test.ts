import { expect, it, vi } from 'vitest';
import { makeCertificate } from '../../test/certificates.ts';
import { type MailSide, startMailSide } from '../../test/mail-side.ts';
import { connectSmtp, type SmtpClient } from '../../test/smtp-client.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 60_000 });

const named = (name: string) => makeCertificate({ name, to: Date.now() + 86_400_000 * 30 });

/** How far a session has come when the certificate is replaced, and what is left of it then. */
interface Stage {
  readonly name: string;
  readonly before: (session: Session) => Promise<unknown>;
  readonly after: (session: Session) => Promise<unknown>;
  /** Whose certificate it sees. */
  readonly sees: 'old.test' | 'new.test';
}

interface Session {
  readonly client: SmtpClient;
  /** The name in the certificate that it was shown. */
  seen?: string | string[] | undefined;
}

async function greet({ client }: Session) {
  await client.readReply();
  await client.ask('EHLO client.example');
}

async function secure(session: Session) {
  const socket = await session.client.secure();
  session.seen = socket.getPeerCertificate().subject.CN;
  await session.client.ask('EHLO client.example');
}

async function addressMail({ client }: Session) {
  for (const line of ['MAIL FROM:<>', 'RCPT TO:<otter@mayfly.test>', 'DATA'])
    await client.ask(line);
}

const begin = ({ client }: Session) => client.send('Subject: half\r\n\r\nhalf of');
const finish = async ({ client }: Session) =>
  expect((await client.ask(' a mail\r\n.')).code).toBe(250);

const inOrder =
  (...steps: ((session: Session) => unknown)[]) =>
  async (session: Session) => {
    for (const step of steps) await step(session);
  };
const starttls = ({ client }: Session) => client.ask('STARTTLS');

const stages: readonly Stage[] = [
  {
    name: 'has not greeted',
    before: async () => undefined,
    after: inOrder(greet, starttls, secure, addressMail, begin, finish),
    sees: 'new.test',
  },
  {
    name: 'has been offered STARTTLS',
    before: greet,
    after: inOrder(starttls, secure, addressMail, begin, finish),
    sees: 'new.test',
  },
  {
    name: 'was told to begin with TLS',
    before: inOrder(greet, starttls),
    after: inOrder(secure, addressMail, begin, finish),
    sees: 'old.test',
  },
  {
    name: 'speaks TLS',
    before: inOrder(greet, starttls, secure),
    after: inOrder(addressMail, begin, finish),
    sees: 'old.test',
  },
  {
    name: 'is in the middle of a mail',
    before: inOrder(greet, starttls, secure, addressMail, begin),
    after: finish,
    sees: 'old.test',
  },
];
const each = 20;
const swaps = 5;

async function openSessions({ port }: MailSide): Promise<{ stage: Stage; session: Session }[]> {
  const all = stages.flatMap((stage) => Array<Stage>(each).fill(stage));
  return Promise.all(
    all.map(async (stage) => ({ stage, session: { client: await connectSmtp(port) } })),
  );
}

it(`a hundred sessions, wherever they are, outlive ${swaps} replacements of the certificate`, async () => {
  await using side = await startMailSide({ connections: stages.length * each });
  side.smtp.offerTls(named('old.test'));
  const inbox = await side.openInbox('otter@mayfly.test');
  const open = await openSessions(side);
  await Promise.all(open.map(({ stage, session }) => stage.before(session)));
  for (let swap = 1; swap < swaps; swap += 1) side.smtp.offerTls(named(`between-${swap}.test`));
  side.smtp.offerTls(named('new.test'));
  await Promise.all(open.map(({ stage, session }) => stage.after(session)));
  const wrong = open.filter(({ stage, session }) => session.seen !== stage.sees);
  expect(wrong.map(({ stage, session }) => [stage.name, session.seen])).toEqual([]);
  expect(await side.shown(inbox)).toHaveLength(open.length);
  expect(side.log.filter(({ name }) => name === 'fault')).toEqual([]);
  for (const { session } of open) session.client.close();
});
