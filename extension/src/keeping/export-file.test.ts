import { describe, expect, it } from 'vitest';
import { inboxOf, relayUrl, start } from '../../test/storage-fixture.ts';
import type { Kept } from '../storage/model.ts';
import { fileName, readFile, toFile } from '@mayfly/shared/keeping/export-file';

const kept: Kept = {
  inboxes: [inboxOf(), inboxOf({ id: `${'p'.repeat(16)}-${'0'.repeat(16)}`, isPrivate: true })],
  messageCount: 3,
  relay: { url: relayUrl, accessToken: null, connected: true },
  access: [{ relayUrl: 'https://private.example', token: 'access' }],
  offSites: ['shop.example'],
};
const file = toFile(kept, start);
const [inbox] = file.inboxes;

const read = (value: unknown) => readFile(new Blob([JSON.stringify(value)]));
/** What is left of a file whose one inbox has such fields. */
const withFields = (fields: object) => read({ ...file, inboxes: [{ ...inbox, ...fields }] });

describe('a file of addresses', () => {
  it('has what opens them again, and nothing of private windows, of mail or of this browser', () => {
    expect(file).toEqual({
      format: 'mayfly-addresses',
      version: 1,
      savedAt: '2026-03-01T12:00:00.000Z',
      inboxes: [
        {
          id: 'aaaaaaaaaaaaaaaa-0000000000000000',
          address: 'anna@mayfly.test',
          token: 'token-a',
          restoreKey: 'restore-a',
          privateKey: 'private-a',
          relayUrl,
          site: 'example.com',
          createdAt: start,
          expiresAt: start + 60 * 60_000,
          ended: false,
        },
      ],
      relayUrl,
      access: [{ relayUrl: 'https://private.example', token: 'access' }],
      offSites: ['shop.example'],
    });
  });

  it('names no relay when none was ever connected', () => {
    const relay = { ...kept.relay, connected: false };
    expect(toFile({ ...kept, relay }, start).relayUrl).toBeNull();
  });

  it('bears the day', () => {
    expect(fileName(start)).toBe('mayfly-addresses-2026-03-01.json');
  });

  it('is read as it was written', async () => {
    expect(await read(file)).toEqual({ file, dropped: 0 });
  });
});

describe('reading what somebody says is such a file', () => {
  it.each([
    ['no JSON', 'hello', 'foreign'],
    ['another program’s', '{"addresses":[]}', 'foreign'],
    ['nothing', '', 'foreign'],
    ['cut off', JSON.stringify(file).slice(0, -40), 'damaged'],
    ['without its list', JSON.stringify({ ...file, inboxes: 'x' }), 'damaged'],
    ['with a relay that is none', JSON.stringify({ ...file, relayUrl: 'file:///x' }), 'damaged'],
    ['of a later version', JSON.stringify({ ...file, version: 2, offSites: null }), 'newer'],
    ['very deep', '['.repeat(200_000), 'foreign'],
  ])('says what is wrong with one that is %s', async (_, text, fault) => {
    expect(await readFile(new Blob([text]))).toBe(fault);
  });

  it('refuses more than 10 MB without reading them', async () => {
    const blob = new Blob([new Uint8Array(10_000_001)]);
    blob.text = () => Promise.reject(new Error('read'));
    expect(await readFile(blob)).toBe('big');
  });

  it('refuses a flood of entries', async () => {
    expect(await read({ ...file, inboxes: Array.from({ length: 100_000 }, () => 0) })).toBe('big');
    expect(await read({ ...file, offSites: Array.from({ length: 100_000 }, () => 'a') })).toBe(
      'damaged',
    );
  });

  it.each([
    ['a number for an address', { address: 7 }],
    ['no id of ours', { id: '../../etc' }],
    ['a control character', { address: 'anna\u0007@mayfly.test' }],
    ['a line break', { address: 'anna@mayfly.test\nbcc' }],
    ['letters that turn the direction', { address: 'anna\u202e@mayfly.test' }],
    ['two at signs', { address: 'anna@bank.example@mayfly.test' }],
    ['a very long address', { address: `${'a'.repeat(300)}@mayfly.test` }],
    ['a very long token', { token: 'a'.repeat(5000) }],
    ['a line break in a token', { token: 'a\nb' }],
    ['a relay that is a script', { relayUrl: 'javascript:alert(1)' }],
    ['a relay in a file', { relayUrl: 'file:///etc/passwd' }],
    ['a relay with a password', { relayUrl: 'https://a:b@mail.example' }],
    ['a relay in another spelling', { relayUrl: 'HTTPS://mail.example/' }],
    ['a site with markup', { site: '<img src=x onerror=alert(1)>' }],
    ['an end beyond all time', { expiresAt: 9e15 }],
    ['a time in words', { createdAt: 'yesterday' }],
    ['a missing end', { ended: undefined }],
  ])('leaves out and counts an inbox with %s', async (_, fields) => {
    expect(await withFields(fields)).toMatchObject({ file: { inboxes: [] }, dropped: 1 });
  });

  it('leaves out fields that no file has, such as a private window or a prototype', async () => {
    const text = JSON.stringify({ ...file, inboxes: [{ ...inbox, isPrivate: true }] }).replace(
      '"ended"',
      '"__proto__":{"polluted":true},"ended"',
    );
    const answer = await readFile(new Blob([text]));
    expect(answer).toEqual({ file, dropped: 0 });
    expect({}).not.toHaveProperty('polluted');
  });

  it('leaves out access and sites that do not hold', async () => {
    const access = [{ relayUrl: 'javascript:alert(1)', token: 'a' }, ...file.access];
    const answer = await read({ ...file, access, offSites: [7, 'a b', 'shop.example'] });
    expect(answer).toEqual({ file, dropped: 0 });
  });
});
