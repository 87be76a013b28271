import { describe, expect, it, vi } from 'vitest';
import { startMailSide } from '../../test/mail-side.ts';
import { createScriptedParser, parsedMail } from '../../test/scripted-parser.ts';
import { sampleMessage } from '../../test/store-samples.ts';
import { wrapPlain, wrapSealed } from './envelope.ts';
import { RelayError } from './errors.ts';
import type { Envelope, InboxRecord, Store } from './ports.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const octets = (text: string) => new TextEncoder().encode(text);
const ample = { messages: 100, bytes: 1_000_000 };

const envelopeFor = (inbox: InboxRecord): Envelope => ({
  sender: '',
  inbox,
  recipient: inbox.address,
  received: { helo: 'client.example', remoteAddress: '::1', protocol: 'ESMTP', id: 'abc-1' },
});

describe('mail that was acknowledged and never published', () => {
  it('is analysed when the relay starts again', async () => {
    await using side = await startMailSide();
    const inbox = await side.openInbox('otter@mayfly.test');
    for (const n of [1, 2, 3]) {
      const message = sampleMessage(
        side.clock(),
        wrapPlain(octets(`Subject: Left ${n}\r\n\r\nleft`)),
      );
      await side.store.saveMessage(inbox.id, message, ample);
    }
    side.pass(1);
    expect(await side.delivery.recoverPending(side.clock())).toBe(3);
    const subjects = (await side.shown(inbox)).map(({ content }) => content?.subject);
    expect(subjects.sort()).toEqual(['Left 1', 'Left 2', 'Left 3']);
    expect(await side.delivery.recoverPending(side.clock())).toBe(0);
  });

  it('is listed unanalysed in a sealed inbox, for its reader to open', async () => {
    await using side = await startMailSide();
    const inbox = await side.openInbox('otter@mayfly.test');
    const sealed = wrapSealed(new Uint8Array(32), octets('sealed'));
    const message = sampleMessage(side.clock(), sealed);
    await side.store.saveMessage(inbox.id, message, ample);
    side.pass(1);
    await side.delivery.recoverPending(side.clock());
    const read = await side.store.readMessage(inbox.id, message.id);
    expect(read).toMatchObject({ state: 'unanalysed', content: null });
  });

  it('is left alone for a while after it came', async () => {
    await using side = await startMailSide();
    const inbox = await side.openInbox('otter@mayfly.test');
    await side.store.saveMessage(
      inbox.id,
      sampleMessage(side.clock(), wrapPlain(octets('x'))),
      ample,
    );
    side.pass(30_000);
    expect(await side.delivery.recoverPending()).toBe(0);
    side.pass(31_000);
    expect(await side.delivery.recoverPending()).toBe(1);
  });

  it('is left alone while it is in our own hands', async () => {
    const script = createScriptedParser();
    await using side = await startMailSide({ parser: script.parser });
    const inbox = await side.openInbox('otter@mayfly.test');
    await side.delivery.deliver(envelopeFor(inbox), octets('Subject: Slow\r\n\r\nslow'));
    side.pass(120_000);
    expect(await side.delivery.recoverPending()).toBe(0);
    (await script.next()).answer({ ok: true, parsed: parsedMail('Slow') });
    const shown = await side.shown(inbox);
    expect(shown.map(({ content }) => content?.text)).toEqual(['Slow']);
    expect(script.asked).toEqual([]);
  });

  it('comes to light when the store failed at its publication', async () => {
    let faults = 1;
    const wrapStore = (store: Store): Store => ({
      ...store,
      async publishMessage(...args) {
        if (faults > 0) {
          faults -= 1;
          throw new RelayError('store-unavailable');
        }
        return store.publishMessage(...args);
      },
    });
    await using side = await startMailSide({ wrapStore });
    const inbox = await side.openInbox('otter@mayfly.test');
    expect(
      await side.delivery.deliver(envelopeFor(inbox), octets('Subject: Hi\r\n\r\nhi')),
    ).toMatchObject({ ok: true });
    expect(await side.shown(inbox)).toEqual([]);
    expect(side.log.at(-1)).toMatchObject({ name: 'fault', fields: { where: 'publish' } });
    side.pass(5001);
    expect(await side.delivery.recoverPending()).toBe(1);
    expect((await side.shown(inbox)).map(({ content }) => content?.subject)).toEqual(['Hi']);
  });

  it('stays pending when the relay stops before its analysis, for the next start', async () => {
    const script = createScriptedParser();
    await using side = await startMailSide({ parser: script.parser });
    const inbox = await side.openInbox('otter@mayfly.test');
    await side.delivery.deliver(envelopeFor(inbox), octets('Subject: Hi\r\n\r\nhi'));
    (await script.next()).answer({ ok: false, code: 'shutting-down' });
    expect(await side.shown(inbox)).toEqual([]);
    side.pass(61_000);
    const recovered = side.delivery.recoverPending();
    (await script.next()).answer({ ok: true, parsed: parsedMail('Hi') });
    await recovered;
    expect((await side.shown(inbox)).map(({ content }) => content?.text)).toEqual(['Hi']);
  });

  it('is many, and all of it is taken up', async () => {
    await using side = await startMailSide();
    const inbox = await side.openInbox('otter@mayfly.test');
    for (let n = 0; n < 55; n += 1) {
      const message = sampleMessage(side.clock(), wrapPlain(octets(`Subject: ${n}\r\n\r\nx`)));
      await side.store.saveMessage(inbox.id, message, ample);
    }
    side.pass(1);
    expect(await side.delivery.recoverPending(side.clock())).toBe(55);
    expect((await side.shown(inbox)).every(({ state }) => state === 'analysed')).toBe(true);
  });
});
