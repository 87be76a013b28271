import { parentPort, workerData } from 'node:worker_threads';
import { createAttachmentPolicy } from '@mayfly/shared/mail/attachment-policy';
import { analyseMail, examineMail } from '@mayfly/shared/mail/analyse-mail';
import { parseMessage } from './parse-message.ts';
import { field } from './unknown.ts';

/** What the pool sends to a thread, and what comes back for it. */
export interface AnalysisRequest {
  readonly id: number;
  readonly job: 'parse' | 'examine';
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
      readonly raw: Uint8Array<ArrayBuffer> | null;
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

function readBlocked(): ReadonlySet<string> {
  const blocked = field(workerData, 'blocked');
  if (blocked instanceof Set) return blocked;
  throw new Error('analysis-worker is started by the pool only');
}

function examine({ id, raw }: AnalysisRequest, blocked: ReadonlySet<string>): AnalysisReply {
  const examined = examineMail(raw, createAttachmentPolicy(blocked));
  const nothing = { content: new Uint8Array(), links: 0, codes: 0, attachments: [] };
  return { id, ok: true, ...nothing, raw: examined === null ? null : owned(examined) };
}

async function analyse(
  request: AnalysisRequest,
  blocked: ReadonlySet<string>,
): Promise<AnalysisReply> {
  const { id, job } = request;
  try {
    if (job === 'examine') return examine(request, blocked);
    // The work that one mail makes is bounded over all that it holds.
    const policy = createAttachmentPolicy(blocked);
    const { content, attachments, raw } = await analyseMail(request.raw, policy, parseMessage);
    return {
      id,
      ok: true,
      content: owned(new TextEncoder().encode(JSON.stringify(content))),
      links: content.links.length,
      codes: content.codes.length,
      attachments: attachments.map(owned),
      raw: raw === null ? null : owned(raw),
    };
  } catch {
    return { id, ok: false };
  }
}

const port = parentPort;
if (port !== null) {
  const blocked = readBlocked();
  // One mail at a time, in the order in which they came: the pool knows which one a stuck thread is stuck on.
  let last: Promise<void> = Promise.resolve();
  port.on('message', (request: AnalysisRequest) => {
    last = last.then(async () => {
      const reply = await analyse(request, blocked);
      const buffers = reply.ok
        ? [reply.content, ...reply.attachments, ...(reply.raw === null ? [] : [reply.raw])]
        : [];
      port.postMessage(reply, [...new Set(buffers.map(({ buffer }) => buffer))]);
    });
  });
  port.postMessage({ ready: true } satisfies AnalysisNews);
}
