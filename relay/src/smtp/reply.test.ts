import { problemCodes } from '@mayfly/shared/contract/problem';
import { describe, expect, it } from 'vitest';
import { codeReply, momentReply, type ProtocolMoment } from './protocol-reply.ts';
import { formatReply, replyFor } from './reply.ts';

const moments: readonly ProtocolMoment[] = [
  ...([
    'sender-accepted',
    'recipient-accepted',
    'sender-malformed',
    'recipient-malformed',
  ] as const),
  ...(['size-announced', 'timeout', 'too-many-sessions', 'talked-too-soon'] as const),
  ...(['line-too-long', 'shutting-down', 'not-implemented'] as const),
];
const codes = [214, 221, 250, 252, 299, 421, 450, 451, 499, 500, 501, 502, 503, 504, 530, 550, 599];
const all = [...problemCodes.map(replyFor), ...moments.map(momentReply), ...codes.map(codeReply)];

describe('every reply', () => {
  it.each(all)(
    '$code $enhanced $text is one short line with an enhanced code of its own class',
    (reply) => {
      expect(reply.enhanced).toMatch(/^[245]\.\d\.\d$/);
      expect(reply.enhanced[0]).toBe(String(reply.code)[0]);
      expect(formatReply(reply)).toMatch(/^[ -~]{1,100}$/);
    },
  );
});

describe('a code', () => {
  it.each([
    ['recipient-unknown', '550 5.1.1'],
    ['recipient-expired', '450 4.2.1'],
    ['recipient-invalid', '501 5.1.3'],
    ['relay-denied', '550 5.7.1'],
    ['one-inbox-per-transaction', '452 4.5.3'],
    ['inbox-full', '452 4.2.2'],
    ['message-too-big', '552 5.3.4'],
    ['mail-loop', '554 5.4.6'],
    ['store-unavailable', '451 4.3.0'],
    ['storage-full', '452 4.3.1'],
    ['internal', '451 4.3.0'],
    ['shutting-down', '421 4.3.2'],
  ] as const)('%s is answered %s', (code, expected) => {
    const reply = replyFor(code);
    expect(`${reply.code} ${reply.enhanced}`).toBe(expected);
  });
});
