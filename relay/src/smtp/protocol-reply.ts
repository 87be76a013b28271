import type { SmtpReply } from './reply.ts';

/** Where in the protocol a reply is due that no code of the contract stands for. */
export type ProtocolMoment =
  | 'sender-accepted'
  | 'recipient-accepted'
  | 'sender-malformed'
  | 'recipient-malformed'
  | 'size-announced'
  | 'timeout'
  | 'made-room'
  | 'too-many-sessions'
  | 'talked-too-soon'
  | 'line-too-long'
  | 'shutting-down'
  | 'not-implemented';

const moments: Record<ProtocolMoment, SmtpReply> = {
  'sender-accepted': { code: 250, enhanced: '2.1.0', text: 'Sender accepted' },
  'recipient-accepted': { code: 250, enhanced: '2.1.5', text: 'Recipient accepted' },
  'sender-malformed': { code: 501, enhanced: '5.1.7', text: 'That is not a valid sender' },
  'recipient-malformed': { code: 501, enhanced: '5.1.3', text: 'That is not a valid address' },
  'size-announced': { code: 552, enhanced: '5.3.4', text: 'The message is too big for this relay' },
  timeout: { code: 421, enhanced: '4.4.2', text: 'Waited too long, closing the connection' },
  'made-room': {
    code: 421,
    enhanced: '4.3.2',
    text: 'All connections are taken and this one made no progress, try again later',
  },
  'too-many-sessions': {
    code: 421,
    enhanced: '4.7.0',
    text: 'Too many connections, try again later',
  },
  'talked-too-soon': {
    code: 421,
    enhanced: '4.5.0',
    text: 'Wait for the greeting before you send',
  },
  'line-too-long': { code: 500, enhanced: '5.5.2', text: 'The line is too long' },
  'shutting-down': {
    code: 421,
    enhanced: '4.3.2',
    text: 'The relay is shutting down, try again later',
  },
  'not-implemented': { code: 502, enhanced: '5.5.1', text: 'This command is not implemented here' },
};

export const momentReplies: readonly SmtpReply[] = Object.values(moments);

export function momentReply(moment: ProtocolMoment): SmtpReply {
  return moments[moment];
}

/** What we say with a bare code. Texts of the protocol library never reach a client. */
const byCode: Readonly<Record<number, readonly [enhanced: string, text: string]>> = {
  214: ['2.0.0', 'See RFC 5321'],
  220: ['2.0.0', 'Ready to start TLS'],
  221: ['2.0.0', 'Goodbye'],
  250: ['2.0.0', 'OK'],
  252: ['2.5.0', 'Cannot say, but mail to a living inbox is accepted'],
  421: ['4.3.2', 'Closing the connection, try again later'],
  451: ['4.3.0', 'Something went wrong here, please try again later'],
  500: ['5.5.1', 'The command is not known here'],
  501: ['5.5.4', 'The parameters are not valid'],
  502: ['5.5.1', 'This command is not implemented here'],
  503: ['5.5.1', 'Not now: commands are out of order'],
  504: ['5.5.4', 'That parameter is not implemented here'],
  550: ['5.7.0', 'That is not allowed here'],
  530: ['5.7.0', 'Not possible on this connection'],
};

/** Our words for a reply of which only the code is known. */
export function codeReply(code: number): SmtpReply {
  const known = byCode[code];
  if (known !== undefined) return { code, enhanced: known[0], text: known[1] };
  const kind = Math.floor(code / 100);
  const text = kind === 2 ? 'OK' : kind === 4 ? 'Try again later' : 'Refused';
  return { code, enhanced: `${kind}.0.0`, text };
}
