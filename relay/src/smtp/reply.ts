import type { ProblemCode } from '@mayfly/shared/contract/problem';

/** A reply line (RFC 5321 section 4.2) with its enhanced code (RFC 3463). All text is ours. */
export interface SmtpReply {
  readonly code: number;
  readonly enhanced: string;
  readonly text: string;
}

const reply = (code: number, enhanced: string, text: string): SmtpReply => ({
  code,
  enhanced,
  text,
});

/** For codes that only HTTP answers with: the sender is asked to come again, because nothing is wrong with the mail. */
const fault = reply(451, '4.3.0', 'Something went wrong here, please try again later');

/** 5yz stands only where trying again can never help. */
const replies = {
  'malformed-json': fault,
  'invalid-request': fault,
  'unsupported-media-type': fault,
  'payload-too-large': reply(552, '5.3.4', 'The message is too big for this relay'),
  'route-not-found': fault,
  'method-not-allowed': fault,
  'host-unknown': fault,
  'origin-refused': fault,
  'proxy-refused': fault,
  'token-missing': fault,
  'token-invalid': fault,
  'token-expired': fault,
  'scope-insufficient': fault,
  'access-required': fault,
  'pair-code-invalid': fault,
  'not-found': reply(550, '5.1.1', 'There is no such inbox here'),
  'domain-unknown': reply(550, '5.7.1', 'This relay takes no mail for that domain'),
  'address-taken': fault,
  'address-reserved': fault,
  'restore-key-invalid': fault,
  'cursor-expired': fault,
  'filter-needs-plain': fault,
  'recipient-unknown': reply(550, '5.1.1', 'There is no such inbox here'),
  'recipient-expired': reply(
    450,
    '4.2.1',
    'That inbox has expired; its owner may bring it back, try again later',
  ),
  'recipient-invalid': reply(501, '5.1.3', 'That is not a valid address'),
  'relay-denied': reply(550, '5.7.1', 'This relay takes no mail for that domain'),
  'one-inbox-per-transaction': reply(
    452,
    '4.5.3',
    'One inbox at a time; send to this one in the next transaction',
  ),
  'inbox-full': reply(452, '4.2.2', 'That inbox is full, try again later'),
  'message-too-big': reply(552, '5.3.4', 'The message is too big for this relay'),
  'mail-loop': reply(554, '5.4.6', 'The message goes round in circles'),
  'inbound-off': fault,
  'rate-limited': reply(451, '4.7.1', 'Too much at once, try again later'),
  'too-many-waiters': fault,
  overloaded: reply(451, '4.3.2', 'Too busy at the moment, try again later'),
  'store-unavailable': reply(451, '4.3.0', 'Mail cannot be stored at the moment, try again later'),
  'storage-full': reply(452, '4.3.1', 'There is no space for mail now, try again later'),
  'shutting-down': reply(421, '4.3.2', 'The relay is shutting down, try again later'),
  internal: fault,
} as const satisfies Record<ProblemCode, SmtpReply>;

export function replyFor(code: ProblemCode): SmtpReply {
  return replies[code];
}

const unknownRecipient = `${replies['recipient-unknown'].enhanced} `;

/** Whether a reply's text says that nobody is at that address. */
export function isUnknownRecipient(text: unknown): boolean {
  return typeof text === 'string' && text.startsWith(unknownRecipient);
}

export function formatReply({ enhanced, text }: SmtpReply): string {
  return `${enhanced} ${text}`;
}
