import { describe, expect, it } from 'vitest';
import { sampleInbox } from '../../test/store-samples.ts';
import type { Envelope } from './ports.ts';
import { readOwnTrace, senderFacts } from './sender-facts.ts';
import { traceHeaders } from './trace-headers.ts';

const envelope = (sender: string, received: Partial<Envelope['received']> = {}): Envelope => ({
  sender,
  inbox: sampleInbox(0),
  recipient: 'otter@mayfly.test',
  received: {
    ...{ helo: 'client.example', remoteAddress: '192.0.2.7', protocol: 'ESMTP', id: 'abc-1' },
    ...received,
  },
});

describe('our own trace headers', () => {
  it.each([
    ['a sender', envelope('shop@fern.example')],
    ['the null sender', envelope('')],
    ['a sender beyond ASCII', envelope('küche@fern.example')],
    ['IPv6', envelope('a@fern.example', { remoteAddress: '2001:db8::7', protocol: 'ESMTPS' })],
    ['a literal for a name', envelope('a@fern.example', { helo: '[192.0.2.7]' })],
    ['a webhook', envelope('a@fern.example', { protocol: 'HTTP' })],
    ['a mail that was taken apart', envelope('a@fern.example', { protocol: 'JSON' })],
    ['a mailbox of another host', envelope('a@fern.example', { protocol: 'IMAP' })],
  ])('give back what is known of the connection: %s', (_, from) => {
    const mail = 'Received: from forged ([198.51.100.1])\r\nSubject: x\r\n\r\nbody';
    const whole = Buffer.from(traceHeaders(from, 'mx.mayfly.test', 0) + mail);
    const { raw, facts } = readOwnTrace(whole);
    expect(Buffer.from(raw).toString()).toBe(mail);
    expect(facts).toEqual(senderFacts(from));
  });

  it('are not found where a sender wrote some', () => {
    const forged = traceHeaders(envelope('shop@fern.example'), 'mx.mayfly.test', 0);
    const whole = Buffer.from(`Subject: x\r\n${forged}\r\nbody`);
    const { raw, facts } = readOwnTrace(whole);
    expect(raw).toBe(whole);
    expect(facts).toEqual({ sender: '', helo: '', clientAddress: null });
  });
});

describe('what brought a mail', () => {
  it('is told where the octets are not those of the sender', () => {
    expect(senderFacts(envelope('a@fern.example', { protocol: 'JSON' })).isRebuilt).toBe(true);
    expect(senderFacts(envelope('a@fern.example', { protocol: 'HTTP' })).isRebuilt).toBeUndefined();
  });

  it('is no client that SPF could judge, unless it was SMTP', () => {
    expect(senderFacts(envelope('a@fern.example')).clientAddress).toBe('192.0.2.7');
    expect(senderFacts(envelope('a@fern.example', { protocol: 'HTTP' })).clientAddress).toBeNull();
  });
});
