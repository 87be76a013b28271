import type { InboxId } from '../contract/inbox.ts';
import {
  type Content,
  contentSchema,
  type Message,
  type SealedPart,
  type Verdict,
  verdictSchema,
} from '../contract/message.ts';
import type { z } from 'zod';
import { fromBase64Url, type Open } from './hpke.ts';
import { sealingPlace } from './place.ts';

/** A message as its owner reads it. `content` is null when the relay has not analysed it, or it cannot be opened. */
export type OpenedMessage = Omit<Message, 'sealed'> & { content: Content | null };

async function openPart<S extends z.ZodType>(
  open: Open,
  schema: S,
  part: SealedPart,
  place: string,
): Promise<z.infer<S> | null> {
  try {
    const sealed = { enc: fromBase64Url(part.enc), ct: fromBase64Url(part.ct) };
    return schema.parse(JSON.parse(new TextDecoder().decode(await open(sealed, place))));
  } catch {
    return null;
  }
}

/**
 * Opens what of a message is sealed; one in plain is handed on. What was sealed to another key, or was changed, is as
 * if it had not been analysed: `state` says so.
 */
export async function openMessage<M extends Message>(
  inbox: InboxId,
  message: M,
  open: Open | null,
): Promise<Omit<M, 'sealed'> & OpenedMessage> {
  const { sealed, ...rest } = message;
  if (sealed === undefined) return { ...rest, content: message.content ?? null };
  if (open === null) return { ...rest, state: 'unanalysed', content: null };
  const place = (part: 'content' | 'verdict') => sealingPlace(inbox, message.id, part);
  const content =
    sealed.content && (await openPart(open, contentSchema, sealed.content, place('content')));
  const verdict: Verdict | null =
    sealed.verdict === undefined
      ? null
      : await openPart(open, verdictSchema, sealed.verdict, place('verdict'));
  const state = content === null ? 'unanalysed' : message.state;
  return { ...rest, state, content, ...(verdict !== null && { verdict }) };
}

const [versionLength, encLength] = [1, 32];

/**
 * Opens a raw form or an attachment as it was downloaded: one octet of version, the encapsulated key, the ciphertext.
 * Rejects when it was sealed to another key, or was changed.
 */
export async function openDownload(
  octets: Uint8Array<ArrayBuffer>,
  place: string,
  open: Open,
): Promise<Uint8Array<ArrayBuffer>> {
  if (octets[0] !== 1) throw new RangeError('The download is not sealed in a form known here');
  const at = versionLength + encLength;
  return open({ enc: octets.slice(versionLength, at), ct: octets.slice(at) }, place);
}
