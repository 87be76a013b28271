import { setTimeout as delay } from 'node:timers/promises';
import { createDice } from '@mayfly/relay/test/fuzz/dice';
import { readCampaign } from '@mayfly/relay/test/fuzz/campaign';
import { readMailSeeds } from '@mayfly/relay/test/fuzz/invent-mail';
import {
  inventScript,
  readDialogSeeds,
  type Script,
  type SmtpSeeds,
} from '@mayfly/relay/test/fuzz/smtp-script';
import { runSession, strangerAddress } from '@mayfly/relay/test/fuzz/smtp-session';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { messageIdSchema } from '@mayfly/shared/contract/message';
import { describe, expect, it } from 'vitest';
import { type MeasuredRelay, startMeasuredRelay } from './measured-relay.ts';
import { connectSender } from './sender.ts';
import { listIds } from './visible.ts';

const campaign = readCampaign(process.env, { short: 200, long: 100_000 });
const isLong = campaign.cases.length > 1000;
const AT_ONCE = 100;
/** After each so many sessions all is looked at. */
const ROUND = isLong ? 2000 : 100;
/** Until the heaps of all threads have their size. */
const WARM_UP = isLong ? 20_000 : ROUND;
/** What the relay may keep more after the campaign than after the warm-up. */
const GROWTH_MB = 48;

const seeds: SmtpSeeds = {
  dialogs: readDialogSeeds(new URL('../../relay/test/dialogs/', import.meta.url)),
  mails: readMailSeeds(new URL('../../shared/analysis/corpus/mail/', import.meta.url)),
};

interface Round {
  /** Of sessions that heard every reply, and of those that left in the middle. */
  readonly heard: Set<string>;
  readonly left: Set<string>;
  /** What those that heard every reply heard, by their address. */
  readonly transcripts: Map<string, string>;
  /** Addresses of sessions whose connection broke. */
  readonly broken: Set<string>;
  readonly faults: string[];
}

interface Places {
  readonly patient: CreatedInbox;
  readonly rude: CreatedInbox;
}

const isPatient = ({ end }: Script): boolean => end === 'quit';

async function runOne(relay: MeasuredRelay, index: number, places: Places, round: Round) {
  const dice = createDice(campaign.seed, index);
  const from = strangerAddress(dice);
  const script = inventScript(dice, seeds);
  const inbox = isPatient(script) ? places.patient : places.rude;
  const [localPart = ''] = inbox.address.split('@');
  const result = await runSession({ port: relay.smtp.port, localPart, from }, script);
  const ids = isPatient(script) ? round.heard : round.left;
  for (const id of result.acknowledged) ids.add(id);
  if (isPatient(script)) {
    const before = round.transcripts.get(from) ?? '';
    round.transcripts.set(from, `${before}${campaign.replay(index)}\n${result.heard}`);
  }
  if (result.isBroken) round.broken.add(from);
  round.faults.push(...result.faults.map((fault) => `${campaign.replay(index)} ${fault}`));
}

/** A mail from somebody who knows how, and whether its owner sees it. */
async function expectService(relay: MeasuredRelay): Promise<void> {
  const inbox = await relay.client.createInbox();
  const sender = await connectSender(relay.smtp.port);
  expect(await sender.send({ to: inbox.address, subject: 'As it should be' })).toBe(250);
  sender.close();
  const { items } = await relay.client.listMessages(inbox.id, { wait: 25, token: inbox.token });
  expect(items).toHaveLength(1);
  await relay.client.deleteInbox(inbox.id, { token: inbox.token });
}

/** The address that the mail came from, out of the relay's own trace header. */
async function senderOf(relay: MeasuredRelay, { id, token }: CreatedInbox, message: string) {
  const { bytes } = await relay.client.getRaw(id, messageIdSchema.parse(message), { token });
  return /^Received: .*\(\[([\d.]+)\]\)/m.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '';
}

/** Stored if and only if it was said; of what was stored, who left may not have heard. */
async function expectKept(
  relay: MeasuredRelay,
  { patient, rude }: Places,
  { heard, left, broken, transcripts }: Round,
): Promise<void> {
  const operator = new Set<unknown>();
  const lost = async (): Promise<string[]> => {
    for (const id of await relay.operatorIds()) operator.add(id);
    const kept = new Set([...(await listIds(relay, patient)), ...(await listIds(relay, rude))]);
    return [...heard, ...left].filter((id) => !kept.has(id) && !operator.has(id));
  };
  // The last ones may still be analysed.
  let missing = await lost();
  for (let tries = 0; missing.length > 0 && tries < 200; tries += 1) {
    await delay(300);
    missing = await lost();
  }
  expect(missing).toEqual([]);
  const unsaid: string[] = [];
  for (const id of await listIds(relay, patient)) {
    if (heard.has(id)) continue;
    const from = await senderOf(relay, patient, id);
    if (!broken.has(from)) unsaid.push(`${id} from ${from}: ${transcripts.get(from)}`);
  }
  expect(unsaid).toEqual([]);
}

/** Runs the cases, and holds what the relay said against what it has. Returns how many mails it took. */
async function runRound(relay: MeasuredRelay, cases: readonly number[]): Promise<number> {
  const places = {
    patient: await relay.client.createInbox(),
    rude: await relay.client.createInbox(),
  };
  const round: Round = {
    heard: new Set(),
    left: new Set(),
    broken: new Set(),
    transcripts: new Map(),
    faults: [],
  };
  const queue = [...cases];
  const work = async (): Promise<void> => {
    for (let index = queue.shift(); index !== undefined; index = queue.shift())
      await runOne(relay, index, places, round);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(round.faults).toEqual([]);
  expect(relay.faults()).toEqual([]);
  await expectKept(relay, places, round);
  await expectService(relay);
  for (const { id, token } of Object.values(places)) await relay.client.deleteInbox(id, { token });
  return round.heard.size;
}

describe(`${campaign.cases.length} fuzzed SMTP sessions of seed ${campaign.seed}`, () => {
  it(
    'end, are answered in our words, and mail is kept if and only if that was said',
    {
      timeout: isLong ? 1_800_000 : 60_000,
    },
    async () => {
      await using relay = await startMeasuredRelay();
      let [stored, restingMb] = [0, 0];
      for (let start = 0; start < campaign.cases.length; start += ROUND) {
        if (start === WARM_UP) restingMb = await relay.restingMb();
        stored += await runRound(relay, campaign.cases.slice(start, start + ROUND));
      }
      const grownMb = (await relay.restingMb()) - restingMb;
      const peakMb = await relay.peakMb();
      console.log(JSON.stringify({ stored, restingMb, grownMb, peakMb }));
      if (campaign.cases.length > WARM_UP) {
        expect(stored).toBeGreaterThan(campaign.cases.length / 20);
        expect(grownMb).toBeLessThan(GROWTH_MB);
      }
    },
  );
});
