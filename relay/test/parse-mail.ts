import { contentSchema } from '@mayfly/shared/contract/message';
import { expect } from 'vitest';
import { parseMessage } from '../src/mail/parse-message.ts';
import { commonHead, mail } from './mails.ts';

/** The content of a mail from lines. Whatever it is: it is the contract's content, and nothing else. */
export async function parseLines(...lines: readonly string[]) {
  const { content, attachments } = await parseMessage(mail(...lines));
  expect(contentSchema.strict().parse(content)).toEqual(content);
  const sizes = attachments.map(({ length }) => length);
  expect(content.attachments.map(({ size }) => size)).toEqual(sizes);
  return { ...content, octets: attachments.map((octets) => Buffer.from(octets).toString()) };
}

/** The same below the header fields that every example has. */
export const parseBelowHead = (...lines: readonly string[]) => parseLines(...commonHead, ...lines);
