import { parentPort } from 'node:worker_threads';
import type { FromVerdictThread, ToVerdictThread } from '../src/mail/verdict-protocol.ts';

const post = (message: FromVerdictThread) => parentPort?.postMessage(message);

/** Does to its thread what the sender of the mail says, or judges it by that name. */
parentPort?.on('message', (message: ToVerdictThread) => {
  if (message.kind === 'ping') post({ kind: 'pong' });
  if (message.kind !== 'mail') return;
  const { id, sender, raw } = message;
  const hoard: number[][] = [];
  if (sender === 'hang') for (;;) Math.sqrt(2);
  if (sender === 'crash') throw new Error('as the mail said');
  if (sender === 'exit') process.exit(3);
  if (sender === 'hoard') for (;;) hoard.push(Array.from({ length: 10_000 }, (_, i) => i + 0.5));
  // Works on without an end, but answers.
  if (sender === 'linger') return;
  if (sender === 'refuse') return post({ kind: 'verdict', id, verdict: null });
  const reasons = [sender, String(raw.length)];
  post({ kind: 'verdict', id, verdict: { verdict: 'none', reasons } });
});
post({ kind: 'ready' });
