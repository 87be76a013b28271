import { newBudget } from './budget.ts';
import { type Cleaned, cleanMessage } from './clean-message.ts';
import { type FileClaims, type Finding, judgeFile, type JudgeOptions } from './judge-file.ts';
import { noteMessage, type NoteSubject } from './removal-note.ts';

export interface AttachmentPolicy {
  /** Why a file may not be handed out; null when it may. */
  judge(file: FileClaims): Finding | null;
  /** The raw form of a mail without what may not be handed out. */
  clean(raw: Uint8Array): Cleaned;
  /** What is handed out instead of a raw form that is not safe, or that nobody looked through. */
  withhold(raw: Uint8Array, removed: readonly NoteSubject[]): Uint8Array;
}

function judgeMessage(octets: Uint8Array, options: JudgeOptions): Finding | null {
  const { removed, isUnsafe } = cleanMessage(octets, options);
  const [first] = removed;
  if (first !== undefined) {
    const where = first.reason.startsWith('inside-') ? `${first.name ?? ''}/` : '';
    return {
      reason: 'inside-message',
      detail: `${where}${where === '' ? (first.name ?? first.detail) : first.detail}`,
    };
  }
  return isUnsafe ? { reason: 'unreadable-message', detail: '' } : null;
}

/**
 * What mails may not bring: programs and scripts, by name, declared type and first octets, in archives and mails too.
 * Pure, the same in a browser and in Node. One policy for one mail: its work is bounded over all that it looks at.
 */
export function createAttachmentPolicy(blocked: ReadonlySet<string>): AttachmentPolicy {
  const options: JudgeOptions = { blocked, budget: newBudget(), depth: 0, judgeMessage };
  return {
    judge: (file) => judgeFile(file, options),
    clean: (raw) =>
      blocked.size === 0
        ? { octets: raw, removed: [], isUnsafe: false }
        : cleanMessage(new Uint8Array(raw.buffer, raw.byteOffset, raw.length), options),
    withhold: noteMessage,
  };
}
