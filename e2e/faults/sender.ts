import { connectSmtp } from '@mayfly/relay/test/smtp-client';
import type { SmtpClient } from '@mayfly/relay/test/smtp-client';

export interface Sent {
  readonly to: string;
  readonly subject: string;
}

/** An SMTP client that sends one small mail after another over one connection, and tells the code of each answer. */
export async function connectSender(port: number): Promise<{
  send(mail: Sent): Promise<number>;
  close(): void;
}> {
  const smtp = await connectSmtp(port);
  await smtp.readReply();
  await smtp.ask('EHLO sender.example');
  return { send: (mail) => sendMail(smtp, mail), close: () => smtp.close() };
}

async function sendMail(smtp: SmtpClient, { to, subject }: Sent): Promise<number> {
  for (const line of ['MAIL FROM:<shop@sender.example>', `RCPT TO:<${to}>`, 'DATA']) {
    const { code } = await smtp.ask(line);
    if (code >= 400) return code;
  }
  const lines = [
    `Subject: ${subject}`,
    'From: shop@sender.example',
    `To: ${to}`,
    '',
    `This is ${subject}.`,
    '.',
    '',
  ];
  smtp.send(lines.join('\r\n'));
  return (await smtp.readReply()).code;
}
