import { connectSmtp, type SmtpClient } from '@mayfly/relay/test/smtp-client';
import { type Canaries, canaryMail, hostileMails } from './canary-words.ts';

export interface SmtpDoors {
  readonly port: number;
  /** A living inbox, and one that takes no mail any more. */
  readonly living: string;
  readonly full: string;
}

let lastHost = 0;

/** Each session comes from an address of its own, so that none is in the penalty box for the one before. */
export const clientAddress = (): string => `127.77.0.${(lastHost = (lastHost % 250) + 1)}`;

async function session(port: number, work: (smtp: SmtpClient) => Promise<void>): Promise<void> {
  const smtp = await connectSmtp(port, clientAddress());
  try {
    await work(smtp);
  } finally {
    smtp.close();
  }
}

/** The reply to the end of a mail, or the first refusal before it. */
async function sendMail(
  port: number,
  c: Canaries,
  { to, mail }: { to: string; mail: string },
): Promise<number> {
  let reply = 0;
  await session(port, async (smtp) => {
    await smtp.readReply();
    await smtp.ask(`EHLO ${c.helo}`);
    for (const line of [
      `MAIL FROM:<${c.senderLocal}@${c.senderDomain}>`,
      `RCPT TO:<${to}>`,
      'DATA',
    ]) {
      reply = (await smtp.ask(line)).code;
      if (reply >= 400) return;
    }
    smtp.send(`${mail.replace(/^\./gm, '..')}\r\n.\r\n`);
    reply = (await smtp.readReply()).code;
  });
  return reply;
}

/** What is refused at some command, and how. */
function refusals(c: Canaries, { living }: SmtpDoors): [line: string, code: number][] {
  return [
    [`RCPT TO:<${living}>`, 503],
    [`MAIL FROM:<${c.senderLocal}@${c.senderDomain}> ${c.command}=${c.command}`, 250],
    ['RSET', 250],
    [`MAIL FROM:${c.senderLocal} ${c.command}`, 501],
    [`MAIL FROM:<${c.senderLocal}@${c.senderDomain}> SIZE=999999999`, 552],
    [`MAIL FROM:<${c.senderLocal}@${c.senderDomain}>`, 250],
    [`RCPT TO:<${c.unknown}@mayfly.test>`, 550],
    [`RCPT TO:<${c.unknown}@${c.senderDomain}>`, 550],
    [`RCPT TO:${c.unknown}`, 501],
    [`RCPT TO:<"${c.unknown} x"@mayfly.test>`, 501],
    [`RCPT TO:<${living}>`, 250],
    [`VRFY ${c.unknown}`, 252],
    [`${c.command} ${c.command}`, 500],
    [`AUTH PLAIN ${c.token}`, 502],
    [`XCLIENT ADDR=${c.forwarded} HELO=${c.helo}`, 500],
    [`BDAT 10 ${c.command}`, 502],
  ];
}

async function refuseCommands(doors: SmtpDoors, c: Canaries): Promise<string[]> {
  const unexpected: string[] = [];
  await session(doors.port, async (smtp) => {
    await smtp.readReply();
    await smtp.ask(`EHLO ${c.helo}`);
    for (const [line, code] of refusals(c, doors)) {
      const reply = await smtp.ask(line);
      if (reply.code !== code) unexpected.push(`${line}: ${reply.code}, not ${code}`);
    }
  });
  return unexpected;
}

/** What ends a session, or is none. */
async function endSessions({ port, living }: SmtpDoors, c: Canaries): Promise<void> {
  const opening = `EHLO ${c.helo}\r\nMAIL FROM:<${c.senderLocal}@${c.senderDomain}>\r\nRCPT TO:<${living}>\r\nDATA\r\n`;
  const octets = [
    `GET /${c.path} HTTP/1.1\r\nHost: ${c.helo}\r\nUser-Agent: ${c.agent}\r\n\r\n`,
    `EHLO ${c.helo} ${c.command.repeat(500)}\r\n`,
    `\x16\x03\x01${c.command}\0\xff\r\n`,
    `PROXY TCP4 ${c.forwarded} 127.0.0.1 1 2\r\nEHLO ${c.helo}\r\n`,
  ];
  for (const each of octets) {
    await session(port, async (smtp) => {
      await smtp.readReply();
      smtp.send(`${each}QUIT\r\n`);
      // Up to its end, however it ends.
      while ((await smtp.readLine()) !== null);
    });
  }
  // Goes away in the middle of a mail.
  await session(port, async (smtp) => {
    await smtp.readReply();
    smtp.send(`${opening}Subject: ${c.subject}\r\n\r\n${c.body}`);
    for (let n = 0; n < 4; n += 1) await smtp.readReply();
  });
}

/** Goes through every door of SMTP with canaries; returns the replies that were not as they should be. */
export async function knockOnSmtp(doors: SmtpDoors, c: Canaries): Promise<string[]> {
  const { port, living, full } = doors;
  const big = (times: number) => `Subject: ${c.subject}\r\n\r\n${c.body.repeat(times)}`;
  const sent: [name: string, to: string, mail: string, code: number][] = [
    ['accepted', living, canaryMail(c, living), 250],
    ['that fills an inbox', full, big(44_000), 250],
    ['to a full inbox', full, big(44_000), 452],
    ['too big', living, big(60_000), 552],
    ['loop', living, `Received: from ${c.helo}\r\n`.repeat(101) + `\r\n${c.body}`, 554],
    ...hostileMails(c).map((mail, n): [string, string, string, number] => [
      `hostile ${n}`,
      living,
      mail,
      250,
    ]),
  ];
  const unexpected = await refuseCommands(doors, c);
  for (const [name, to, mail, code] of sent) {
    const reply = await sendMail(port, c, { to, mail });
    if (reply !== code) unexpected.push(`${name}: ${reply}, not ${code}`);
  }
  await endSessions(doors, c);
  return unexpected;
}

/** Mails on which the store and the parser of canary-entry.ts break; the replies. */
export async function breakParts({ port, living }: SmtpDoors, c: Canaries): Promise<number[]> {
  const replies: number[] = [];
  for (const order of ['break-the-store', 'stop-the-store', 'break-the-parser']) {
    replies.push(await sendMail(port, c, { to: living, mail: canaryMail(c, living, order) }));
  }
  return replies;
}
