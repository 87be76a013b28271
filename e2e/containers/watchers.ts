import { Agent } from 'node:https';
import { LiveClient } from '@mayfly/relay/test/live-client';
import { connectSmtp, type SmtpClient } from '@mayfly/relay/test/smtp-client';
import { type Front, lookup } from './front.ts';

/** A WebSocket by way of the front, which is told of an inbox. */
export async function watchLive(front: Front, token: string): Promise<LiveClient> {
  const { name, port, ca } = front;
  const agent = new Agent({ ca, lookup });
  const live = await new LiveClient(`https://${name}:${port}`, { agent }).opened();
  live.socket.send(JSON.stringify({ watch: [{ token }] }));
  await live.until('ready');
  return live;
}

/** An SMTP session over TLS whose certificate is verified. */
export async function startTls(port: number, { name, ca }: Front): Promise<SmtpClient> {
  const smtp = await connectSmtp(port);
  await smtp.readReply();
  await smtp.ask('EHLO client.example');
  await smtp.ask('STARTTLS');
  await smtp.secure({ servername: name, ca, rejectUnauthorized: true });
  await smtp.ask('EHLO client.example');
  return smtp;
}

/** @returns the code of the last reply. */
export async function mailOverTls(
  front: Front,
  { port, to, subject }: { readonly port: number; readonly to: string; readonly subject: string },
): Promise<number> {
  const smtp = await startTls(port, front);
  for (const line of ['MAIL FROM:<shop@sender.example>', `RCPT TO:<${to}>`, 'DATA'])
    await smtp.ask(line);
  const { code } = await smtp.ask(`Subject: ${subject}\r\n\r\nhello\r\n.`);
  smtp.close();
  return code;
}
