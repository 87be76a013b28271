import { readdirSync, readFileSync } from 'node:fs';
import { octetsOf, parseDialog } from '../dialog.ts';
import { type Dice, mutateOctets } from './dice.ts';
import { inventMail, type MailSeeds } from './invent-mail.ts';
import { inventCommand, oddPieces } from './smtp-vocabulary.ts';

export type Step =
  | { readonly do: 'send' | 'drip'; readonly octets: Buffer }
  /** Until the server says something, or a moment has passed. */
  | { readonly do: 'listen' };

/** What a client does in one session. Its mails go to otter@mayfly.test. */
export interface Script {
  readonly waitsForGreeting: boolean;
  readonly steps: readonly Step[];
  /** `quit` brings the session to its end as a client should, whatever went before. */
  readonly end: 'quit' | 'half-close' | 'reset' | 'leave';
}

export interface SmtpSeeds {
  /** The lines of the clients in the dialogs. */
  readonly dialogs: readonly (readonly Buffer[])[];
  readonly mails: MailSeeds;
}

const crlf = Buffer.from('\r\n');
/** A hundred thousand sessions cannot each send a megabyte. */
const usualBytes = 4000;
const lineEnds = ['\n', '\r', '\r\r\n', '\0\r\n', '', ' \r\n', '\t\r\n', '\v\r\n', '\x85\r\n'];

export function readDialogSeeds(folder: URL): (readonly Buffer[])[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.smtp'));
  return files.sort().map((file) => {
    const steps = parseDialog(readFileSync(new URL(file, folder), 'utf8'));
    return steps.flatMap(({ kind, text }) => {
      if (kind !== 'C:' && kind !== 'C~') return [];
      const octets = octetsOf(text).subarray(0, usualBytes);
      return [kind === 'C:' ? Buffer.concat([octets, crlf]) : octets];
    });
  });
}

function withDotsDoubled(mail: Buffer): Buffer {
  return Buffer.from(mail.toString('latin1').replace(/^\./gm, '..'), 'latin1');
}

/** A transaction as it should be, with a mail that is not. */
function wholeTransaction(dice: Dice, seeds: SmtpSeeds): Buffer[] {
  const mail = inventMail(dice, seeds.mails).subarray(0, 20_000);
  const size = dice.percent(50) ? ` SIZE=${dice.percent(50) ? mail.length : dice.skewed(1e9)}` : '';
  return [
    Buffer.from('EHLO client.example\r\n'),
    Buffer.from(`MAIL FROM:<shop@fern.example>${size}\r\n`),
    Buffer.from('RCPT TO:<otter@mayfly.test>\r\n'),
    Buffer.from('DATA\r\n'),
    dice.percent(80) ? withDotsDoubled(mail) : mail,
    Buffer.from('\r\n.\r\n'),
  ];
}

function baseLines(dice: Dice, seeds: SmtpSeeds): Buffer[] {
  if (dice.percent(35)) return wholeTransaction(dice, seeds);
  if (dice.percent(80)) return [...dice.pick(seeds.dialogs)];
  const count = 1 + dice.skewed(30);
  return Array.from({ length: count }, () => inventCommand(dice));
}

function withOtherEnd(dice: Dice, line: Buffer): Buffer {
  const end = line.subarray(-2).equals(crlf) ? line.length - 2 : line.length;
  return Buffer.concat([line.subarray(0, end), Buffer.from(dice.pick(lineEnds), 'latin1')]);
}

/** Changes the lines at one place. */
function mutateLines(dice: Dice, lines: Buffer[], seeds: SmtpSeeds): void {
  const at = dice.below(lines.length + 1);
  const line = lines[at] ?? Buffer.alloc(0);
  const other = dice.below(lines.length + 1);
  switch (dice.below(10)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, ...Array.from({ length: 1 + dice.skewed(12) }, () => line));
      break;
    case 2:
      lines.splice(other, 0, ...lines.splice(at, 1));
      break;
    case 3:
      lines.splice(at, 1, withOtherEnd(dice, line));
      break;
    case 4:
      lines.splice(at, 0, ...dice.pick(seeds.dialogs));
      break;
    case 5:
      lines.splice(at, 0, Buffer.concat([dice.octets(dice.skewed(600)), crlf]));
      break;
    case 6:
      lines.splice(at, 0, Buffer.from(`${'A'.repeat(dice.skewed(20_000))}\r\n`));
      break;
    case 7:
      lines.splice(at, 1, mutateOctets(dice, line, oddPieces));
      break;
    default:
      lines.splice(at, 0, inventCommand(dice));
  }
}

/** All at once, line by line with or without waiting, cut at any place, or octet by octet. */
function paced(dice: Dice, lines: readonly Buffer[]): Step[] {
  const style = dice.below(5);
  if (style === 0) return [{ do: 'send', octets: Buffer.concat(lines) }];
  if (style === 1) {
    const whole = Buffer.concat(lines);
    const cut = dice.below(Math.min(whole.length, 300) + 1);
    const rest = whole.subarray(cut);
    return [
      { do: 'drip', octets: whole.subarray(0, cut) },
      { do: 'send', octets: rest },
    ];
  }
  return lines.flatMap((octets): Step[] => {
    const isSlow = style === 2 && octets.length < 200 && dice.percent(20);
    const send: Step = { do: isSlow ? 'drip' : 'send', octets };
    return style !== 3 || dice.percent(90) ? [send, { do: 'listen' }] : [send];
  });
}

function endingOf(dice: Dice): Script['end'] {
  if (dice.percent(80)) return 'quit';
  return dice.pick(['half-close', 'reset', 'leave']);
}

export function inventScript(dice: Dice, seeds: SmtpSeeds): Script {
  const lines = baseLines(dice, seeds);
  const changes = dice.percent(5) ? 0 : 1 + dice.skewed(8);
  for (let change = 0; change < changes; change += 1) mutateLines(dice, lines, seeds);
  return {
    waitsForGreeting: dice.percent(97),
    steps: paced(dice, lines),
    end: endingOf(dice),
  };
}
