import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { MessageParser } from '../src/core/ports.ts';
import { createAnalysisPool } from '../src/mail/analysis-pool.ts';
import { parseMessage } from '../src/mail/parse-message.ts';
import { readCampaign } from './fuzz/campaign.ts';
import { createDice } from './fuzz/dice.ts';
import { inventMail, readMailSeeds } from './fuzz/invent-mail.ts';
import { faultsOfContent } from './fuzz/judge-content.ts';

const campaign = readCampaign(process.env, { short: 500, long: 100_000 });
const isLong = campaign.cases.length > 1000;
const WARM_UP = 10_000;
const GROWTH_MB = 64;

const seeds = readMailSeeds(new URL('../../shared/analysis/corpus/mail/', import.meta.url));
const mailOf = (index: number): Buffer => inventMail(createDice(campaign.seed, index), seeds);

/** Refused by the parser itself, and not because a thread broke on it. */
async function isUnreadable(index: number): Promise<boolean> {
  return parseMessage(mailOf(index)).then(
    () => false,
    (error: unknown) => error instanceof RangeError,
  );
}

async function faultsOf(parser: MessageParser, index: number): Promise<string[]> {
  const answer = await parser.parse(new Uint8Array(mailOf(index)));
  if (!answer.ok) {
    const isRight = answer.code === 'internal' && (await isUnreadable(index));
    return isRight ? [] : [`no content: ${answer.code}`];
  }
  const { content, links, codes, attachments } = answer.parsed;
  const value: unknown = JSON.parse(Buffer.from(content).toString());
  return faultsOfContent(value, { links, codes, sizes: attachments.map(({ length }) => length) });
}

async function restingMb(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
  return Math.round(process.memoryUsage().rss / 1_048_576);
}

/** Starting takes a busy machine longer than a mail may take. */
async function startPool(): Promise<MessageParser> {
  const parser = createAnalysisPool({ threads: 1 });
  while (!(await parser.parse(new TextEncoder().encode('Subject: x\n\nx'))).ok);
  return parser;
}

describe(`${campaign.cases.length} fuzzed mails of seed ${campaign.seed}`, () => {
  it(
    'each become content in time, or are known to be unreadable',
    {
      timeout: isLong ? 1_800_000 : 60_000,
    },
    async () => {
      const parser = await startPool();
      const faults: string[] = [];
      const queue = campaign.cases.values();
      let [done, atRest] = [0, 0];
      const work = async (): Promise<void> => {
        for (const index of queue) {
          const found = await faultsOf(parser, index);
          faults.push(...found.map((fault) => `${campaign.replay(index)} ${fault}`));
          done += 1;
          if (done === WARM_UP) atRest = await restingMb();
        }
      };
      // One in the thread and one that lies ready there.
      await Promise.all([work(), work()]);
      expect(faults).toEqual([]);
      const grownMb = (await restingMb()) - atRest;
      if (campaign.cases.length > WARM_UP) expect(grownMb).toBeLessThan(GROWTH_MB);
      await parser.close();
    },
  );
});
