import { connectSmtp } from '@mayfly/relay/test/smtp-client';
import type { SmtpClient } from '@mayfly/relay/test/smtp-client';

export interface Sent {
  readonly to: string;
  readonly subject: string;
  /** Octets of text beside what every mail has. */
  readonly size?: number;
}

export interface Sender {
  /** The code of the last reply. */
  send(mail: Sent): Promise<number>;
  /** The whole of it. */
  exchange(mail: Sent): Promise<string>;
  close(): void;
}

/** An SMTP client that sends one small mail after another over one connection, and tells the answer to each. */
export async function connectSender(port: number): Promise<Sender> {
  const smtp = await connectSmtp(port);
  await smtp.readReply();
  await smtp.ask('EHLO sender.example');
  return {
    exchange: (mail) => exchange(smtp, mail),
    send: async (mail) => Number((await exchange(smtp, mail)).slice(0, 3)),
    close: () => smtp.close(),
  };
}

async function exchange(smtp: SmtpClient, { to, subject, size = 0 }: Sent): Promise<string> {
  for (const line of ['MAIL FROM:<shop@sender.example>', `RCPT TO:<${to}>`, 'DATA']) {
    const { code, lines } = await smtp.ask(line);
    if (code < 400) continue;
    // Ends what was begun, so that the next mail starts afresh.
    await smtp.ask('RSET');
    return lines.at(-1) ?? '';
  }
  const lines = [
    `Subject: ${subject}`,
    'From: shop@sender.example',
    `To: ${to}`,
    '',
    `This is ${subject}.`,
    ...Array.from({ length: Math.ceil(size / 72) }, () => 'x'.repeat(70)),
    '.',
    '',
  ];
  smtp.send(lines.join('\r\n'));
  return (await smtp.readReply()).lines.at(-1) ?? '';
}
