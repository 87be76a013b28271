import { analyzeMessage } from '@mayfly/shared/analysis/analyze-message';
import type { AnalysisInput } from '@mayfly/shared/analysis/types';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../src/mail/parse-message.ts';
import { readCampaign } from './fuzz/campaign.ts';
import { createDice, type Dice, mutateOctets } from './fuzz/dice.ts';
import { inventHtml, inventText } from './fuzz/invent-html.ts';
import { readMailSeeds } from './fuzz/invent-mail.ts';
import { faultsOfPicks } from './fuzz/judge-content.ts';

const campaign = readCampaign(process.env, { short: 2_000, long: 200_000 });

const odd: readonly string[] = [
  ...[
    '<',
    '</a>',
    '<a href="https://b.example/verify/8d0a7c11f2b9">',
    '<div style="display:none">',
    '<!--',
    '&amp;',
  ],
  ...[
    '\n',
    '\r\n> ',
    '. ',
    ': ',
    '123456',
    'AB12-CD34',
    '1 2 3 4 5 6',
    '@a.example #445566',
    'your code is ',
    '=3D=\r\n',
  ],
];

const { mails } = readMailSeeds(new URL('../../shared/analysis/corpus/mail/', import.meta.url));
const seeds: readonly AnalysisInput[] = await Promise.all(
  mails.map(async (octets) => {
    const { subject, text, html } = (await parseMessage(octets)).content;
    return { subject, from: '', text, html };
  }),
);

const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8');

/** `text` with up to three pieces replaced. */
function mutated(dice: Dice, text: string | null): string | null {
  if (text === null) return null;
  let octets: Buffer = Buffer.from(text);
  for (let left = 1 + dice.below(3); left > 0; left -= 1) octets = mutateOctets(dice, octets, odd);
  return octets.toString('utf8');
}

function inventInput(dice: Dice): AnalysisInput {
  const seed = dice.pick(seeds);
  const kind = dice.below(100);
  if (kind < 50) return { ...seed, text: mutated(dice, seed.text), html: mutated(dice, seed.html) };
  if (kind < 60) return { ...seed, html: dice.pick(seeds).html, subject: dice.pick(seeds).subject };
  return {
    subject: dice.percent(50) ? seed.subject : utf8(inventText(dice)),
    from: '',
    text: dice.percent(60) ? utf8(inventText(dice)) : null,
    html: dice.percent(80) ? utf8(inventHtml(dice)) : null,
  };
}

/** What is wrong, and how many links were found. */
function judge(input: AnalysisInput): { readonly faults: string[]; readonly links: number } {
  try {
    const picks = analyzeMessage(input);
    return { faults: faultsOfPicks(picks, input), links: picks.links.length };
  } catch (error) {
    return { faults: [`thrown: ${String(error)}`], links: 0 };
  }
}

describe(`${campaign.cases.length} fuzzed inputs of seed ${campaign.seed}`, () => {
  it('throw nothing, and every pick stands in them', { timeout: 3_600_000 }, () => {
    const all: string[] = [];
    let found = 0;
    for (const index of campaign.cases) {
      const { faults, links } = judge(inventInput(createDice(campaign.seed, index)));
      all.push(...faults.map((fault) => `${campaign.replay(index)} ${fault}`));
      found += links;
    }
    expect(all).toEqual([]);
    // The judge has something to judge.
    if (campaign.cases.length > 1_000) expect(found).toBeGreaterThan(campaign.cases.length / 10);
  });
});
