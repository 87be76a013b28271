import type { Verdict } from '@mayfly/shared/contract/message';
import { describe, expect, it, vi } from 'vitest';
import { type MailSide, type MailSideOptions, startMailSide } from '../../test/mail-side.ts';
import { createScriptedParser, parsedMail } from '../../test/scripted-parser.ts';
import { RelayError } from './errors.ts';
import { toMessage } from './message-item.ts';
import type { Envelope, InboxRecord, SenderFacts, SenderJudge, Store } from './ports.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const pass: Verdict = { verdict: 'pass', reasons: ['as the test says'] };
const mail = 'Subject: Hi\r\n\r\nhi';

/** Judges when the test says so. */
function createScriptedJudge() {
  const asked: { raw: string; facts: SenderFacts; answer: (verdict: Verdict) => void }[] = [];
  const judge: SenderJudge = {
    judge: (raw, facts) =>
      new Promise((answer) => asked.push({ raw: Buffer.from(raw).toString(), facts, answer })),
    close: async () => undefined,
  };
  return { judge, asked };
}

async function start(options: MailSideOptions = {}) {
  const script = createScriptedParser();
  const { judge, asked } = createScriptedJudge();
  const side = await startMailSide({ parser: script.parser, judge, ...options });
  const inbox = await side.openInbox('otter@mayfly.test');
  const envelope: Envelope = {
    ...{ sender: 'shop@fern.example', inbox, recipient: inbox.address },
    received: { helo: 'client.example', remoteAddress: '192.0.2.7', protocol: 'SMTP', id: 'a' },
  };
  const delivered = await side.delivery.deliver(envelope, new TextEncoder().encode(mail));
  if (!delivered.ok) throw new Error(delivered.code);
  const [judging] = asked;
  if (judging === undefined) throw new Error('nobody was judged');
  const { messageId } = delivered;
  return {
    ...{ side, script, inbox, judging, asked, messageId },
    [Symbol.asyncDispose]: () => side[Symbol.asyncDispose](),
  };
}

async function shown(side: MailSide, inbox: InboxRecord) {
  const page = await side.store.listChanges(inbox.id, 0, { limit: 100, maxBytes: 1e9 });
  return (page?.changes ?? []).map((change) => {
    if (change.deleted) return 'deleted';
    const { state, content, verdict } = toMessage(inbox, change.message);
    return { seq: change.seq, state, text: content?.text ?? null, verdict: verdict?.verdict };
  });
}

describe('a verdict', () => {
  it('is made of the octets as they came in, and of the connection', async () => {
    await using running = await start();
    const { judging, script, side } = running;
    expect(judging.raw).toBe(mail);
    expect(judging.facts).toEqual({
      ...{ sender: 'shop@fern.example', helo: 'client.example', clientAddress: '192.0.2.7' },
    });
    judging.answer(pass);
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi') });
    await side.delivery.drain();
    expect(side.log.find(({ name }) => name === 'verdictReached')?.fields).toEqual({
      ...{ inbox: running.inbox.id, message: running.messageId, verdict: 'pass', milliseconds: 0 },
    });
  });

  it('that is there in time is stored with the message', async () => {
    await using running = await start();
    const { judging, script, side, inbox } = running;
    judging.answer(pass);
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi') });
    await side.delivery.drain();
    expect(await shown(side, inbox)).toEqual([
      { seq: 1, state: 'analysed', text: 'Hi', verdict: 'pass' },
    ]);
  });

  it('that comes later updates the message', async () => {
    await using running = await start();
    const { judging, script, side, inbox } = running;
    const visible = Promise.withResolvers<void>();
    await side.publisher.subscribe(inbox.id, () => visible.resolve());
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi') });
    await visible.promise;
    expect(await shown(side, inbox)).toMatchObject([{ seq: 1, text: 'Hi', verdict: undefined }]);
    judging.answer(pass);
    await side.delivery.drain();
    expect(await shown(side, inbox)).toEqual([
      { seq: 2, state: 'analysed', text: 'Hi', verdict: 'pass' },
    ]);
  });

  it('stays with a message whose analysis is late, and makes it no less analysed', async () => {
    await using running = await start();
    const { judging, script, side, inbox } = running;
    const visible = Promise.withResolvers<void>();
    await side.publisher.subscribe(inbox.id, () => visible.resolve());
    const asked = await script.next();
    asked.answer({ ok: false, code: 'overloaded' });
    await visible.promise;
    judging.answer(pass);
    asked.late(parsedMail('Late'));
    await side.delivery.drain();
    expect(await shown(side, inbox)).toMatchObject([
      { state: 'analysed', text: 'Late', verdict: 'pass' },
    ]);
  });

  it('shows nothing before the analysis does', async () => {
    await using running = await start();
    const { judging, script, side, inbox } = running;
    judging.answer(pass);
    await side.store.check();
    expect(await shown(side, inbox)).toEqual([]);
    (await script.next()).answer({ ok: false, code: 'internal' });
    await side.delivery.drain();
    expect(await shown(side, inbox)).toMatchObject([{ state: 'unanalysed', verdict: 'pass' }]);
  });

  it('on a message that was deleted meanwhile changes nothing', async () => {
    await using running = await start();
    const { judging, script, side, inbox, messageId } = running;
    const visible = Promise.withResolvers<void>();
    await side.publisher.subscribe(inbox.id, () => visible.resolve());
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi') });
    await visible.promise;
    await side.store.deleteMessage(inbox.id, messageId);
    judging.answer(pass);
    await side.delivery.drain();
    expect(await shown(side, inbox)).toEqual(['deleted']);
    expect(side.log.map(({ name }) => name)).not.toContain('fault');
  });
});

describe('a message that could not be published', () => {
  it('is judged anew when it is taken up, by what our trace headers say', async () => {
    let isDown = true;
    const wrapStore = (store: Store): Store => ({
      ...store,
      async publishMessage(...args) {
        if (isDown) throw new RelayError('store-unavailable');
        return store.publishMessage(...args);
      },
    });
    await using running = await start({ wrapStore });
    const { judging, script, side, inbox, asked } = running;
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi') });
    judging.answer(pass);
    await side.delivery.drain();
    expect(await shown(side, inbox)).toEqual([]);
    isDown = false;
    side.pass(1);
    const recovered = side.delivery.recoverPending(side.clock());
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi') });
    await recovered;
    expect(asked[1]).toMatchObject({ raw: mail, facts: judging.facts });
    asked[1]?.answer(pass);
    await side.delivery.drain();
    expect(await shown(side, inbox)).toMatchObject([{ text: 'Hi', verdict: 'pass' }]);
  });
});
