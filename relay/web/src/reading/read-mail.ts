import type { Content } from '@mayfly/shared/contract/message';

/** A mail that was parsed and analysed here, without what is not handed out. */
export interface ReadMail {
  /** Null: nothing of it can be shown. */
  readonly content: Content | null;
  readonly attachments: readonly Uint8Array[];
  readonly raw: Uint8Array;
}

/** A mail that takes longer is not for reading. */
const deadlineMs = 20_000;

/**
 * Reads a raw mail (RFC 5322, MIME) as the relay would, in a thread of its own: a hostile one holds up nothing here. Null
 * when it cannot be looked through, or not in time. The thread and its words are loaded when they are needed.
 */
export function readMail(raw: Uint8Array): Promise<ReadMail | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('mail-worker.ts', import.meta.url), { type: 'module' });
    const end = (mail: ReadMail | null) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(mail);
    };
    const timer = setTimeout(end, deadlineMs, null);
    worker.addEventListener('message', ({ data }: MessageEvent<ReadMail | null>) => end(data));
    worker.addEventListener('error', () => end(null));
    worker.postMessage(raw);
  });
}
