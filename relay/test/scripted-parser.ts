import type { Content } from '@mayfly/shared/contract/message';
import type { Outcome } from '../src/core/errors.ts';
import type { MessageParser, ParsedMail } from '../src/core/ports.ts';

type Answer = Outcome<{ parsed: ParsedMail }>;

export interface Asked {
  readonly raw: string;
  answer(answer: Answer): void;
  late(parsed: ParsedMail): void;
}

/** A parser that answers what the test says, when it says so. */
export function createScriptedParser() {
  const asked: Asked[] = [];
  let wake: () => void = () => undefined;
  const parser: MessageParser = {
    parse: (raw, late) =>
      new Promise((resolve) => {
        asked.push({
          raw: Buffer.from(raw).toString('latin1'),
          answer: resolve,
          late: (parsed) => late?.(parsed),
        });
        wake();
      }),
    examine: async (raw) => ({ ok: true, raw }),
    get queued() {
      return asked.length;
    },
    isWorking: async () => true,
    close: async () => undefined,
  };
  return {
    parser,
    asked,
    /** The next mail that is to be parsed. */
    async next(): Promise<Asked> {
      for (;;) {
        const first = asked.shift();
        if (first !== undefined) return first;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

/** An analysed mail of this text. */
export function parsedMail(text: string, attachments: readonly string[] = []): ParsedMail {
  const content: Content = {
    ...{ subject: text, from: null, to: [], replyTo: [], date: null, messageId: null, headers: [] },
    ...{
      text,
      html: null,
      truncated: false,
      preview: text,
      links: [],
      codes: [],
      attachments: [],
      removed: [],
    },
  };
  const octets = attachments.map((attachment) => Buffer.from(attachment));
  return {
    content: Buffer.from(JSON.stringify(content)),
    links: 3,
    codes: 2,
    attachments: octets,
    raw: null,
  };
}
