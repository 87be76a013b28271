import { parentPort } from 'node:worker_threads';
import type { AnalysisNews, AnalysisReply, AnalysisRequest } from '../src/mail/analysis-worker.ts';

/** Does to its thread what the mail says. */
function obey(order: string): void {
  const hoard: number[][] = [];
  if (order === 'hang') for (;;) Math.sqrt(2);
  if (order === 'crash') throw new Error('as the mail said');
  if (order === 'exit') process.exit(3);
  if (order === 'hoard') for (;;) hoard.push(Array.from({ length: 10_000 }, (_, i) => i + 0.5));
}

parentPort?.on('message', ({ id, raw }: AnalysisRequest) => {
  const order = Buffer.from(raw).toString();
  obey(order);
  const content = new Uint8Array(raw);
  const reply: AnalysisReply =
    order === 'refuse'
      ? { id, ok: false }
      : { id, ok: true, content, links: 1, codes: 2, attachments: [], raw: null };
  parentPort?.postMessage(reply);
});
parentPort?.postMessage({ ready: true } satisfies AnalysisNews);
