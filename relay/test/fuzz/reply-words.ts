import { problemCodes } from '@mayfly/shared/contract/problem';
import { codeReply, momentReplies } from '../../src/smtp/protocol-reply.ts';
import { formatReply, replyFor } from '../../src/smtp/reply.ts';
import { limitReplies } from '../../src/smtp/session-limits.ts';

const codes = Array.from({ length: 400 }, (_, n) => n + 200);

const replies = [
  ...problemCodes.map(replyFor),
  ...momentReplies,
  ...codes.map(codeReply),
  ...limitReplies,
];

const ownWords = new Set(replies.map((reply) => `${reply.code} ${formatReply(reply)}`));
/** EHLO, the greeting and 354 have no enhanced code (RFC 2034 section 4). */
const plainWords = [
  /^220 mayfly\.test ESMTP$/,
  /^250[- ](?:mayfly\.test|PIPELINING|8BITMIME|SMTPUTF8|ENHANCEDSTATUSCODES|STARTTLS|SIZE \d+)$/,
  /^354 Send the mail, end with <CRLF>\.<CRLF>$/,
];
const stored = /^250 2\.0\.0 Stored as ([a-z0-9]{20})$/;

/** The id of the message that this reply acknowledges; null when it acknowledges none. */
export function acknowledgedBy(line: string): string | null {
  return stored.exec(line)?.[1] ?? null;
}

/** What is wrong with a reply line (RFC 5321 section 4.2, RFC 3463), or null. Only our own words are right. */
export function faultOfReply(line: string): string | null {
  const octets = Buffer.byteLength(line) + 2;
  if (octets > 512) return `${octets} octets`;
  const isOwn = ownWords.has(line) || stored.test(line) || plainWords.some((it) => it.test(line));
  if (!isOwn) return 'not our words';
  const [, code, kind] = /^(\d)\d\d (\d)\.\d{1,3}\.\d{1,3} /.exec(line) ?? [];
  return code === kind ? null : 'an enhanced code of another class';
}
