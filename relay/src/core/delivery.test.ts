import { describe, expect, it, vi } from 'vitest';
import { type MailSide, type MailSideOptions, startMailSide } from '../../test/mail-side.ts';
import { createManualSchedule } from '../../test/manual-schedule.ts';
import { createScriptedParser, parsedMail } from '../../test/scripted-parser.ts';
import { readEnvelope } from './envelope.ts';
import { RelayError } from './errors.ts';
import type { Envelope, InboxRecord, InboxSignal, Store } from './ports.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const octets = (text: string) => new TextEncoder().encode(text);

const envelopeFor = (inbox: InboxRecord): Envelope => ({
  sender: 'shop@fern.example',
  inbox,
  recipient: inbox.address,
  received: { helo: 'client.example', remoteAddress: '192.0.2.7', protocol: 'ESMTP', id: 'abc-1' },
});

async function start(options: MailSideOptions = {}) {
  const script = createScriptedParser();
  const side = await startMailSide({ parser: script.parser, ...options });
  const inbox = await side.openInbox('otter@mayfly.test');
  const deliver = (text = 'Subject: Hi\r\n\r\nhi') =>
    side.delivery.deliver(envelopeFor(inbox), octets(text));
  return { side, script, inbox, deliver, [Symbol.asyncDispose]: () => side[Symbol.asyncDispose]() };
}

async function changes(side: MailSide, inbox: InboxRecord) {
  const page = await side.store.listChanges(inbox.id, 0, { limit: 100, maxBytes: 1e9 });
  return (page?.changes ?? []).map((change) =>
    change.deleted
      ? null
      : { seq: change.seq, firstSeq: change.firstSeq, state: change.message.state },
  );
}

const namesOf = (side: MailSide) => side.log.map(({ name }) => name);

describe('deliver', () => {
  it('resolves when the mail is stored, before it is analysed', async () => {
    await using running = await start();
    const { side, script, inbox, deliver } = running;
    const delivered = await deliver();
    if (!delivered.ok) throw new Error(delivered.code);
    expect(await side.store.readPart(inbox.id, delivered.messageId, 'raw')).not.toBeNull();
    expect(await changes(side, inbox)).toEqual([]);
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi') });
    await side.delivery.drain();
    expect(await changes(side, inbox)).toEqual([{ seq: 1, firstSeq: 1, state: 'analysed' }]);
  });

  it('stores and parses the mail under our trace headers', async () => {
    await using running = await start();
    const { side, script, inbox, deliver } = running;
    await deliver('Subject: Hi\r\n\r\nhi');
    const { raw, answer } = await script.next();
    expect(raw).toBe(
      'Return-Path: <shop@fern.example>\r\n' +
        'Received: from client.example ([192.0.2.7])\r\n' +
        '\tby mx.mayfly.test with ESMTP id abc-1\r\n' +
        '\tfor <otter@mayfly.test>; Tue, 1 Jan 2030 00:00:00 +0000\r\n' +
        'Subject: Hi\r\n\r\nhi',
    );
    answer({ ok: true, parsed: parsedMail('Hi') });
    expect((await side.shown(inbox)).map((shown) => shown.raw)).toEqual([raw]);
  });

  it('publishes content and attachments, and tells who waits', async () => {
    await using running = await start();
    const { side, script, inbox, deliver } = running;
    const signals: InboxSignal[] = [];
    await side.publisher.subscribe(inbox.id, (signal) => signals.push(signal));
    const delivered = await deliver();
    if (!delivered.ok) throw new Error(delivered.code);
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi', ['first', 'second']) });
    expect((await side.shown(inbox)).map(({ content }) => content?.text)).toEqual(['Hi']);
    const stored = await side.store.readPart(inbox.id, delivered.messageId, 'attachment-1');
    expect(readEnvelope(stored ?? octets(''))).toEqual({ v: 0, bytes: octets('second') });
    expect(signals).toEqual([{ kind: 'changed', seq: 1 }]);
    expect(side.log.at(-1)).toMatchObject({
      name: 'messageAnalysed',
      fields: { links: 3, codes: 2, late: false },
    });
  });

  it('lists a mail that cannot be parsed, with its raw form', async () => {
    await using running = await start();
    const { side, script, inbox, deliver } = running;
    await deliver('Subject: Odd\r\n\r\nodd');
    (await script.next()).answer({ ok: false, code: 'internal' });
    const [shown] = await side.shown(inbox);
    expect(shown).toMatchObject({ state: 'unanalysed', content: null });
    expect(shown?.raw).toContain('Subject: Odd');
    expect(side.log.at(-1)).toMatchObject({
      name: 'messageNotRendered',
      fields: { reason: 'internal' },
    });
  });

  it('updates a mail whose analysis comes after the deadline', async () => {
    await using running = await start();
    const { side, script, inbox, deliver } = running;
    await deliver();
    const asked = await script.next();
    asked.answer({ ok: false, code: 'overloaded' });
    // Even when it is ready before the publication at the deadline has ended.
    asked.late(parsedMail('Late'));
    await side.delivery.drain();
    expect(await changes(side, inbox)).toEqual([{ seq: 2, firstSeq: 1, state: 'analysed' }]);
    expect((await side.shown(inbox))[0]?.content?.text).toBe('Late');
    expect(side.log.at(-1)).toMatchObject({ name: 'messageAnalysed', fields: { late: true } });
  });

  it('publishes nothing for a mail whose inbox was deleted meanwhile', async () => {
    await using running = await start();
    const { side, script, inbox, deliver } = running;
    await deliver();
    await side.store.deleteInbox(inbox.id);
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi') });
    await side.delivery.drain();
    expect(namesOf(side)).not.toContain('fault');
  });

  it('refuses what is too big or goes round in circles, and stores none of it', async () => {
    await using running = await start({ messageBytes: 2000 });
    const { side, inbox, deliver } = running;
    expect(await deliver('x'.repeat(2001))).toEqual({ ok: false, code: 'message-too-big' });
    const circles = await deliver('Received: a\r\n'.repeat(101));
    expect(circles).toEqual({ ok: false, code: 'mail-loop' });
    expect((await side.store.findInbox(inbox.id))?.usage).toEqual({ messages: 0, bytes: 0 });
  });

  it('hands a fault of the store on, and frees its place in the queue', async () => {
    let isDown = true;
    const wrapStore = (store: Store): Store => ({
      ...store,
      async saveMessage(...args) {
        if (isDown) throw new RelayError('store-unavailable');
        return store.saveMessage(...args);
      },
    });
    await using running = await start({ wrapStore, parseQueue: 1 });
    const { script, deliver } = running;
    await expect(deliver()).rejects.toMatchObject({ code: 'store-unavailable' });
    isDown = false;
    expect(await deliver()).toMatchObject({ ok: true });
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi') });
  });
});

describe('drain', () => {
  it('waits for what is being stored, and for its publication', async () => {
    const gate = Promise.withResolvers<void>();
    const wrapStore = (store: Store): Store => ({
      ...store,
      saveMessage: (...args) => gate.promise.then(() => store.saveMessage(...args)),
    });
    await using running = await start({ wrapStore });
    const { side, script, inbox, deliver } = running;
    void deliver();
    let isDrained = false;
    const drained = side.delivery.drain().then(() => (isDrained = true));
    gate.resolve();
    const asked = await script.next();
    expect(isDrained).toBe(false);
    asked.answer({ ok: true, parsed: parsedMail('Hi') });
    await drained;
    expect(await changes(side, inbox)).toHaveLength(1);
  });
});

describe('a full queue', () => {
  it('holds the sender back until there is room', async () => {
    await using running = await start({ parseQueue: 1, schedule: createManualSchedule().schedule });
    const { side, script, inbox, deliver } = running;
    await deliver();
    let isSecondIn = false;
    const second = deliver().then((outcome) => {
      isSecondIn = true;
      return outcome;
    });
    await side.store.check();
    expect(isSecondIn).toBe(false);
    (await script.next()).answer({ ok: true, parsed: parsedMail('one') });
    expect(await second).toMatchObject({ ok: true });
    (await script.next()).answer({ ok: true, parsed: parsedMail('two') });
    expect((await side.shown(inbox)).length).toBe(2);
  });

  it('sends the sender away for now when there is none in time, without storing the mail', async () => {
    const timers = createManualSchedule();
    await using running = await start({ parseQueue: 1, schedule: timers.schedule });
    const { side, script, inbox, deliver } = running;
    await deliver();
    const second = deliver();
    expect(timers.fire(20_000)).toBe(1);
    expect(await second).toEqual({ ok: false, code: 'overloaded' });
    (await script.next()).answer({ ok: true, parsed: parsedMail('one') });
    expect((await side.shown(inbox)).length).toBe(1);
  });

  it('counts a big mail as several', async () => {
    const timers = createManualSchedule();
    await using running = await start({ parseQueue: 4, schedule: timers.schedule });
    const { script, deliver } = running;
    await deliver('x'.repeat(900_000));
    const second = deliver();
    expect(timers.fire(20_000)).toBe(1);
    expect(await second).toEqual({ ok: false, code: 'overloaded' });
    (await script.next()).answer({ ok: true, parsed: parsedMail('one') });
  });
});
