import { expect, it } from 'vitest';
import { until } from '../fixtures/until.ts';
import { startMeasuredRelay } from './measured-relay.ts';
import { connectSender } from './sender.ts';
import { listIds } from './visible.ts';

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
const SENDERS = isLong ? 40 : 12;
/** Just below the limit for one mail. */
const MAIL_BYTES = 24_000_000;
/**
 * 256 MB for all that is being received, as much again in pieces that are not collected yet, 384 MB in each of two
 * threads, what is on its way to the store, and the rest of a relay. Forty mails of this size are 960 MB.
 */
const PEAK_MB = 1700;

it(
  `${SENDERS} senders that bring mails of 24 MB at once take no more memory than there is set aside`,
  { timeout: 600_000 },
  async () => {
    await using relay = await startMeasuredRelay();
    const inbox = await relay.client.createInbox();
    const bring = async (number: number): Promise<number> => {
      const sender = await connectSender(relay.smtp.port);
      const mail = { to: inbox.address, subject: `big ${number}`, size: MAIL_BYTES };
      let code = 0;
      // Told to come again (RFC 5321 section 4.5.4.1), it does.
      for (let tries = 0; tries < 60 && code !== 250; tries += 1) {
        code = await sender.send(mail);
        expect([250, 451, 452]).toContain(code);
      }
      sender.close();
      return code;
    };
    const codes = await Promise.all(Array.from({ length: SENDERS }, (_, i) => bring(i)));
    expect(codes).toEqual(codes.map(() => 250));
    const areSeen = async () => (await listIds(relay, inbox)).size === SENDERS;
    await until(areSeen, { what: 'all mails visible', seconds: 120, everyMs: 500 });
    expect(relay.faults()).toEqual([]);
    const peak = await relay.peakMb();
    console.log(JSON.stringify({ senders: SENDERS, peakMb: peak }));
    expect(peak).toBeLessThan(PEAK_MB);
  },
);
