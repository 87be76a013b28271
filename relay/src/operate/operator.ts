import {
  type Attachment,
  type Content,
  type Mailbox,
  type Message,
  type MessageId,
  messageIdSchema,
} from '@mayfly/shared/contract/message';
import { readEnvelope } from '../core/envelope.ts';
import { toMessage } from '../core/message-item.ts';
import { operatorInboxId } from '../core/operator-mailbox.ts';
import type { Store } from '../core/ports.ts';
import { harmless } from './harmless.ts';

export interface OperatorCommandDeps {
  readonly store: Pick<Store, 'listChanges' | 'readMessage' | 'readPart' | 'deleteMessage'>;
  readonly print: (line: string) => void;
  /** Octets as they are, to standard output. */
  readonly write: (octets: Uint8Array) => void;
  /** Makes the file; rejects when there is one. */
  readonly save: (file: string, octets: Uint8Array) => Promise<void>;
}

export const operatorUsage = [
  'operator list             prints what lies in your mailbox, the oldest first',
  'operator show ID          prints a message as text',
  'operator raw ID [FILE]    writes it as it came, to FILE or to standard output (then call npm with --silent)',
  'operator delete ID …      deletes messages',
];

const oneLine = (text: string): string => harmless(text.replace(/\s+/g, ' ')).trim();

function size(octets: number): string {
  if (octets < 1000) return `${octets} B`;
  return octets < 1_000_000
    ? `${Math.round(octets / 1000)} KB`
    : `${(octets / 1_000_000).toFixed(1)} MB`;
}

const notShown = 'could not be rendered; `operator raw` has it as it came';

function writer({ name, address }: Mailbox): string {
  return name === '' ? address : `${name} <${address}>`;
}

function line({ id, receivedAt, size: octets, content }: Message): string {
  const from = content?.from ? writer(content.from) : '(no sender)';
  const about = content ? `${from}  ${content.subject}` : `(${notShown})`;
  return oneLine(`${id}  ${receivedAt}  ${size(octets)}  ${about}`);
}

const attachment = ({ name, type, size: octets }: Attachment): string =>
  `Attachment: ${name} (${type}, ${size(octets)})`;

function head(content: Content): string[] {
  return [
    `From: ${content.from ? writer(content.from) : '(no sender)'}`,
    `To: ${content.to.map(writer).join(', ')}`,
    `Subject: ${content.subject}`,
    `Date: ${content.date ?? '(none)'}`,
    ...content.attachments.map(attachment),
  ];
}

/** What lies in the operator's mailbox, the oldest first. */
export async function* operatorMessages(
  store: Pick<Store, 'listChanges'>,
): AsyncGenerator<Message> {
  for (let after = 0; ;) {
    const page = await store.listChanges(operatorInboxId, after, {
      limit: 100,
      maxBytes: 10_000_000,
    });
    for (const change of page?.changes ?? []) {
      after = change.seq;
      if (!change.deleted) yield toMessage({ publicKey: null }, change.message);
    }
    if (page?.more !== true) return;
  }
}

async function list({ store, print }: OperatorCommandDeps): Promise<number> {
  let isEmpty = true;
  for await (const message of operatorMessages(store)) {
    isEmpty = false;
    print(line(message));
  }
  if (isEmpty) print('Your mailbox is empty: nobody has written to postmaster@ or abuse@.');
  return 0;
}

function unknown({ print }: OperatorCommandDeps, id: string): number {
  print(`There is no message ${oneLine(id)}; \`operator list\` shows which there are.`);
  return 1;
}

async function show(deps: OperatorCommandDeps, id: MessageId): Promise<number> {
  const stored = await deps.store.readMessage(operatorInboxId, id);
  if (stored === null) return unknown(deps, id);
  const { content, receivedAt, size: octets } = toMessage({ publicKey: null }, stored);
  deps.print(`Received: ${receivedAt}, ${size(octets)}`);
  for (const each of content ? head(content) : []) deps.print(oneLine(each));
  deps.print('');
  const text = content?.text ?? (content ? `(no plain text) ${content.preview}` : `(${notShown})`);
  deps.print(harmless(text.replace(/\r\n/g, '\n')));
  return 0;
}

async function raw(deps: OperatorCommandDeps, id: MessageId, file?: string): Promise<number> {
  const stored = await deps.store.readPart(operatorInboxId, id, 'raw');
  const part = stored === null ? null : readEnvelope(stored);
  if (part?.v !== 0) return unknown(deps, id);
  if (file === undefined) {
    deps.write(part.bytes);
    return 0;
  }
  await deps.save(file, part.bytes);
  deps.print(`Written to ${file}.`);
  return 0;
}

async function remove(deps: OperatorCommandDeps, ids: readonly MessageId[]): Promise<number> {
  let status = 0;
  for (const id of ids) {
    const gone = await deps.store.deleteMessage(operatorInboxId, id);
    if (gone === null) status = unknown(deps, id);
    else deps.print(`Message ${id} is deleted.`);
  }
  return status;
}

/** Runs `operator …` and resolves to the exit status; 64 (EX_USAGE) when the words are off. */
export async function runOperator(
  deps: OperatorCommandDeps,
  words: readonly string[],
): Promise<number> {
  const [verb = 'list', first = '', ...rest] = words;
  if (verb === 'list' && first === '') return list(deps);
  const ids = [first, ...rest].map((word) => messageIdSchema.safeParse(word).data ?? null);
  const [id] = ids;
  const takesIds = verb === 'show' || verb === 'raw' || verb === 'delete';
  if (takesIds && first !== '') {
    if (id === null || id === undefined) return unknown(deps, first);
    if (verb === 'show' && rest.length === 0) return show(deps, id);
    if (verb === 'raw' && rest.length <= 1) return raw(deps, id, rest[0]);
    const wrong = rest.find((_, at) => ids[at + 1] === null);
    if (verb === 'delete' && wrong !== undefined) return unknown(deps, wrong);
    if (verb === 'delete')
      return remove(
        deps,
        ids.filter((each) => each !== null),
      );
  }
  for (const each of operatorUsage) deps.print(each);
  return 64;
}
