import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Peers } from './peers.ts';
import { type MailServer, streams } from './servers.ts';

export type Mode = 'single' | 'multi';

const sessions = 20;

/** Sends with Postfix's smtp-source over 20 sessions at a time. Rejects when a mail was not taken. */
export async function send(
  { smtpSource, postfixEnv }: Peers,
  server: MailServer,
  load: { mode: Mode; messages: number; file: string },
): Promise<void> {
  const recipients = await server.recipients();
  const sending = recipients.map(async (recipient) => {
    const args = [
      ...(load.mode === 'multi' ? ['-d'] : []),
      ...['-s', String(sessions / streams), '-m', String(load.messages / streams)],
      ...['-f', 'shop@sender.example', '-t', recipient, '-M', 'sender.example'],
      ...['-F', load.file, `127.0.0.1:${server.port}`],
    ];
    const child = spawn(smtpSource, args, {
      env: postfixEnv,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code]: unknown[] = await once(child, 'exit');
    if (code !== 0)
      throw new Error(`smtp-source against ${server.name} ended with ${String(code)}`);
  });
  await Promise.all(sending);
}
