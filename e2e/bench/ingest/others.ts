import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Peers } from './peers.ts';
import { freePort, listening, pidOf, start, stopProcess } from './processes.ts';
import { type MailServer, sameRecipients } from './servers.ts';

async function maildevMails(url: string): Promise<number> {
  const response = await fetch(`${url}/email/summary?limit=1`);
  const summary: unknown = await response.json();
  const isSummary = typeof summary === 'object' && summary !== null && 'storeTotal' in summary;
  if (!isSummary) throw new Error('maildev does not say how many mails it has');
  return Number(summary.storeTotal);
}

/** Parses before it answers; keeps mails in memory and raw in files that it does not sync. */
export async function startMaildev(peers: Peers): Promise<MailServer> {
  const [port, web] = [await freePort(), await freePort()];
  const program = path.join(peers.modules, 'maildev/dist/bin/maildev.js');
  const places = ['--smtp', String(port), '--ip', '127.0.0.1', '--web', String(web)];
  const args = [program, ...places, '--web-ip', '127.0.0.1', '--silent'];
  const child = start(process.execPath, args);
  await listening(port, child);
  await listening(web, child);
  const url = `http://127.0.0.1:${web}/api`;
  return {
    name: 'maildev',
    port,
    pids: [pidOf(child)],
    recipients: sameRecipients,
    async settled(messages) {
      for (let found = -1; found < messages;) {
        found = await maildevMails(url);
        if (found < messages) await delay(50);
      }
    },
    async verify(messages) {
      const found = await maildevMails(url);
      if (found !== messages) throw new Error(`maildev has ${found} of ${messages}`);
      await fetch(`${url}/email/all`, { method: 'DELETE' });
    },
    stop: () => stopProcess(child),
  };
}

/** Throws every mail away: how fast the load itself can go. */
export async function startSink(peers: Peers): Promise<MailServer> {
  const port = await freePort();
  const child = start(peers.smtpSink, ['-u', 'root', `127.0.0.1:${port}`, '1000'], {
    env: peers.postfixEnv,
  });
  await listening(port, child);
  return {
    name: 'smtp-sink',
    port,
    pids: [pidOf(child)],
    recipients: sameRecipients,
    settled: () => Promise.resolve(),
    verify: () => Promise.resolve(),
    stop: () => stopProcess(child),
  };
}
