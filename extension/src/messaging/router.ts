import { envelopeSchema } from './envelope.ts';
import { type MessageName, type Payload, protocol, type Replies } from './protocol.ts';
import { type Self, senderKind, type SenderFacts } from './sender-kind.ts';

/** What the worker does for each message that it takes. */
export type Handlers<N extends MessageName = MessageName> = {
  readonly [K in N]: (payload: Payload<K>, sender: SenderFacts) => Promise<Replies[K]>;
};

/** One handler by its name, where the name is a type parameter. */
export function handlerOf<N extends MessageName>(
  name: N,
  handle: (payload: Payload<N>, sender: SenderFacts) => Promise<Replies[N]>,
): Handlers<N> {
  return { [name]: handle } as Handlers<N>;
}

/** Decides when the work for a message begins. */
export type Enter = (name: MessageName, work: () => Promise<unknown>) => Promise<unknown>;

type Refusal = {
  readonly ok: false;
  readonly trouble: 'origin-refused' | 'invalid-request' | 'internal';
};
type Listener = (
  raw: unknown,
  sender: SenderFacts,
  respond: (reply: unknown) => void,
) => true | undefined;

const refusal = (trouble: Refusal['trouble']): Refusal => ({ ok: false, trouble });

interface Admitted {
  readonly name: MessageName;
  readonly work: () => Promise<unknown>;
}

/** The handler for a message, bound to its payload; a refusal for everything that the protocol does not name. */
function admit<N extends MessageName>(
  handlers: Handlers<N>,
  raw: unknown,
  sender: SenderFacts,
  self: Self,
): Admitted | Refusal | null {
  const envelope = envelopeSchema.safeParse(raw);
  // Not a message of ours, or one that others handle: answering would cut off their answer.
  if (!envelope.success || !Object.hasOwn(handlers, envelope.data.name)) return null;
  // Looked up by an own key of `handlers`, whose keys are names of the protocol.
  const name = envelope.data.name as N;
  const kind = senderKind(sender, self);
  const { from, payload } = protocol[name];
  if (kind === null || !from.some((allowed) => allowed === kind)) return refusal('origin-refused');
  const parsed = payload.safeParse(envelope.data.payload);
  if (!parsed.success) return refusal('invalid-request');
  return { name, work: () => handlers[name](parsed.data as Payload<N>, sender) };
}

/**
 * A listener for `runtime.onMessage` that refuses by default: the sender must be of a kind that the protocol allows,
 * and the payload must parse.
 */
export function createRouter<N extends MessageName>(
  handlers: Handlers<N>,
  self: Self,
  onFault: (error: unknown) => void,
  enter: Enter = (_, work) => work(),
): Listener {
  return (raw, sender, respond) => {
    const admitted = admit(handlers, raw, sender, self);
    if (admitted === null) return undefined;
    if (!('work' in admitted)) {
      respond(admitted);
      return undefined;
    }
    enter(admitted.name, admitted.work).then(respond, (error: unknown) => {
      onFault(error);
      respond(refusal('internal'));
    });
    return true;
  };
}
