import { analyzeMessage } from '@mayfly/shared/analysis/analyze-message';
import { createClient } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { type Content, type Cursor, type MessageId } from '@mayfly/shared/contract/message';
import { analyseMail } from '@mayfly/shared/mail/analyse-mail';
import { createAttachmentPolicy } from '@mayfly/shared/mail/attachment-policy';
import { defaultBlockedKinds } from '@mayfly/shared/mail/blocked-kinds';
import { parseRaw } from '@mayfly/shared/mail/parse-raw';
import { newSealingKeys, type Open, opener } from '@mayfly/shared/sealing/hpke';
import { openDownload, openMessage } from '@mayfly/shared/sealing/open-message';
import { sealingPlace } from '@mayfly/shared/sealing/place';
import { expect, it } from 'vitest';
import { sendMail } from '../fixtures/mail.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { generousLimits } from './load.ts';

const mails = 24;
const rounds = 10;

const mailFor = (to: string, number: number) => ({
  to,
  subject: `Confirm your account ${number}`,
  // So much that the analysis of all takes longer than their storing.
  html: `<p>Your verification code is ${100_000 + number * 37}</p><p><a href="https://shop.test/verify?token=q8Zk3vX0aB7${number}">Confirm your e-mail</a></p>${'<p>Terms apply to everybody.</p>'.repeat(3000)}`,
  attachments: [{ filename: 'setup.exe', content: 'MZ' }],
});

/** What a reader with the key makes of what the relay could not analyse. */
async function readRaw(
  relay: RelayProcess,
  { id, token }: CreatedInbox,
  mid: MessageId,
  open: Open,
): Promise<Content> {
  const { bytes } = await createClient({ baseUrl: relay.url, token }).getRaw(id, mid);
  const raw = await openDownload(bytes, sealingPlace(id, mid, 'raw'), open);
  const policy = createAttachmentPolicy(defaultBlockedKinds());
  const { content } = await analyseMail(raw, policy, (octets) => parseRaw(octets, analyzeMessage));
  return content;
}

/** Every message that is listed; null where the relay has no content. */
async function listAll(relay: RelayProcess, { id, token }: CreatedInbox, open: Open) {
  const client = createClient({ baseUrl: relay.url, token });
  const all = new Map<MessageId, Content | null>();
  for (let after: Cursor | undefined; all.size < mails;) {
    const { items, next } = await client.listMessages(id, { after, wait: 5 });
    for (const item of items)
      if (item.change !== 'deleted') all.set(item.id, (await openMessage(id, item, open)).content);
    after = next;
  }
  return all;
}

/** Sends, kills the relay once all is acknowledged, starts it again. Resolves to what its reader had to read by itself. */
async function killAfterAcknowledged(relay: RelayProcess): Promise<number> {
  const { publicKey, privateKey } = await newSealingKeys();
  const open = await opener(privateKey);
  const inbox = await relay.client.createInbox({ publicKey });
  const numbers = Array.from({ length: mails }, (_, number) => number);
  await Promise.all(numbers.map((number) => sendMail(relay.smtp, mailFor(inbox.address, number))));
  await relay.kill();
  await relay.start();
  const all = await listAll(relay, inbox, open);
  const unanalysed = [...all].filter(([, content]) => content === null);
  for (const [mid] of unanalysed) all.set(mid, await readRaw(relay, inbox, mid, open));
  const shown = [...all.values()].map((content) => ({
    links: content?.links.map(({ url }) => url),
    codes: content?.codes.map(({ value }) => value),
    removed: content?.removed.map(({ name, reason }) => `${name} ${reason}`),
  }));
  const expected = numbers.map((number) => ({
    links: [`https://shop.test/verify?token=q8Zk3vX0aB7${number}`],
    codes: [String(100_000 + number * 37)],
    removed: ['setup.exe executable-name'],
  }));
  expect(shown).toHaveLength(mails);
  expect(shown).toEqual(expect.arrayContaining(expected));
  return unanalysed.length;
}

it('what was acknowledged but not analysed when the relay was killed its reader reads, with link and code', async () => {
  await using relay = await startRelay(generousLimits);
  for (let round = 1; round <= rounds; round += 1)
    if ((await killAfterAcknowledged(relay)) > 0) return;
  throw new Error(`In ${rounds} rounds the relay had analysed everything before it was killed`);
}, 180_000);
