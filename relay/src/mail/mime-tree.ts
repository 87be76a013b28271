import { noteField } from '@mayfly/shared/mail/removal-note';
import type { BodyPart } from '@mayfly/shared/mail/message-body';
import { cut, type MessageLimits } from '@mayfly/shared/mail/message-limits';
import { field, header, listField, textField } from './unknown.ts';

const plainTypes = new Set(['text/plain', 'message/delivery-status']);

/** The few lines that a mail inside a mail is shown under. */
function embeddedHead(node: unknown, limits: MessageLimits): BodyPart | null {
  if (field(node, 'showMeta') !== true) return null;
  const headers = field(node, 'headers');
  const lines = ['From', 'To', 'Subject'].flatMap((name) => {
    const value = header(headers, name.toLowerCase());
    const text = typeof value === 'string' ? value : textField(value, 'text');
    return text === null ? [] : [`${name}: ${cut(text, limits.lineCharacters)}`];
  });
  return lines.length === 0
    ? null
    : { kind: 'text', content: `\n${lines.join('\n')}\n`, alternative: false };
}

function bodyPart(node: unknown, alternative: boolean): BodyPart | null {
  // The note in the place of what was taken out: who reads the raw form needs it, here the list says it.
  if (header(field(node, 'headers'), noteField) !== undefined) return null;
  const content = textField(node, 'textContent');
  const type = textField(node, 'contentType');
  if (content === null || content === '' || type === null) return null;
  if (plainTypes.has(type)) return { kind: 'text', content, alternative };
  return type === 'text/html' ? { kind: 'html', content, alternative } : null;
}

/** The pieces of the body in the library's tree of parts, in their order. No recursion: a sender decides how deep it is. */
export function readTree(tree: unknown, limits: MessageLimits): BodyPart[] {
  const parts: BodyPart[] = [];
  const pending: { node: unknown; alternative: boolean }[] = [{ node: tree, alternative: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    const head = embeddedHead(node, limits);
    const body = bodyPart(node, next.alternative);
    parts.push(...[head, body].filter((part) => part !== null));
    const alternative =
      next.alternative || textField(node, 'contentType') === 'multipart/alternative';
    const children = listField(node, 'children').map((child) => ({ node: child, alternative }));
    pending.push(...children.reverse());
  }
  return parts;
}
