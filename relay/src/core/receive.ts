import type { Readable } from 'node:stream';

/** Octets of mails that all sessions together hold in memory. */
export interface ByteBudget {
  /** Whether so many more fit; they are taken if so. */
  take(bytes: number): boolean;
  give(bytes: number): void;
}

export function createByteBudget(bytes: number): ByteBudget {
  let free = bytes;
  return {
    take(wanted) {
      if (wanted > free) return false;
      free -= wanted;
      return true;
    },
    give(back) {
      free += back;
    },
  };
}

const smallBytes = 4096;
const mostSmall = 256;

/**
 * Octets as they come. A sender decides how small the pieces are (a mail of dots comes in pieces of four octets), and
 * each would take many times its size.
 */
function createPieces() {
  const pieces: Buffer[] = [];
  let small = 0;
  return {
    add(piece: Buffer) {
      pieces.push(piece);
      small = piece.length < smallBytes ? small + 1 : 0;
      if (small < mostSmall) return;
      pieces.push(Buffer.concat(pieces.splice(-small)));
      small = 0;
    },
    join(size: number) {
      const whole = Buffer.concat(pieces, size);
      pieces.length = 0;
      return whole;
    },
    clear: () => void (pieces.length = 0),
  };
}

export type Received =
  | { readonly ok: true; readonly raw: Uint8Array; release(): void }
  | { readonly ok: false; readonly code: 'message-too-big' | 'overloaded' }
  /** The client went away before the end: there is nobody to answer. */
  | { readonly ok: false; readonly code: null };

/**
 * Collects the octets of a mail. What cannot be kept is read to its end all the same, because the sender looks for the
 * reply only then (RFC 5321 section 4.1.1.4).
 */
export function receive(stream: Readable, limit: number, budget: ByteBudget): Promise<Received> {
  return new Promise((resolve) => {
    const pieces = createPieces();
    let size = 0;
    let held = 0;
    let refusal: 'message-too-big' | 'overloaded' | null = null;
    const release = () => {
      budget.give(held);
      held = 0;
    };
    const refuse = (code: 'message-too-big' | 'overloaded') => {
      refusal = code;
      pieces.clear();
      release();
    };
    stream.on('data', (chunk: Buffer) => {
      if (refusal !== null) return;
      size += chunk.length;
      if (size > limit) refuse('message-too-big');
      else if (!budget.take(chunk.length)) refuse('overloaded');
      else {
        held += chunk.length;
        pieces.add(chunk);
      }
    });
    let isWhole = false;
    stream.once('end', () => {
      isWhole = true;
      if (refusal === null) resolve({ ok: true, raw: pieces.join(size), release });
      else resolve({ ok: false, code: refusal });
    });
    const gone = () => {
      if (isWhole) return;
      release();
      resolve({ ok: false, code: null });
    };
    stream.once('error', gone);
    stream.once('close', gone);
  });
}
