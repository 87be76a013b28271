import { parentPort } from 'node:worker_threads';
import { parseMessage } from './parse-message.ts';

/** What the pool sends to a thread, and what comes back for it. */
export interface AnalysisRequest {
  readonly id: number;
  readonly raw: Uint8Array<ArrayBuffer>;
}
export type AnalysisReply =
  | {
      readonly id: number;
      readonly ok: true;
      readonly content: Uint8Array<ArrayBuffer>;
      readonly links: number;
      readonly codes: number;
      readonly attachments: readonly Uint8Array<ArrayBuffer>[];
    }
  | { readonly id: number; readonly ok: false };
/** `ready` comes once, when all that parses is loaded. */
export type AnalysisNews = AnalysisReply | { readonly ready: true };

/** Octets in a buffer of their own, which can be handed over instead of copied. */
function owned(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = octets;
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return whole ? new Uint8Array(buffer) : new Uint8Array(octets);
}

async function analyse({ id, raw }: AnalysisRequest): Promise<AnalysisReply> {
  try {
    const { content, attachments } = await parseMessage(raw);
    return {
      id,
      ok: true,
      content: owned(new TextEncoder().encode(JSON.stringify(content))),
      links: content.links.length,
      codes: content.codes.length,
      attachments: attachments.map(owned),
    };
  } catch {
    return { id, ok: false };
  }
}

const port = parentPort;
if (port !== null) {
  // One mail at a time, in the order in which they came: the pool knows which one a stuck thread is stuck on.
  let last: Promise<void> = Promise.resolve();
  port.on('message', (request: AnalysisRequest) => {
    last = last.then(async () => {
      const reply = await analyse(request);
      const buffers = reply.ok ? [reply.content, ...reply.attachments] : [];
      port.postMessage(reply, [...new Set(buffers.map(({ buffer }) => buffer))]);
    });
  });
  port.postMessage({ ready: true } satisfies AnalysisNews);
}
