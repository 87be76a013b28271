import { messageIdSchema, messageSchema } from '@mayfly/shared/contract/message';
import { describe, expect, test } from 'vitest';
import { wrapPlain, wrapSealed } from './envelope.ts';
import { matches, toChangeItem, toMessage } from './message-item.ts';
import type { StoredChange, StoredMessage } from './ports.ts';

const id = messageIdSchema.parse('a'.repeat(20));
const plain = { publicKey: null };
const sealed = { publicKey: 'k'.repeat(43) };
const link = { url: 'https://a.example/', text: '', kind: 'verify', score: 1, reasons: [] };
const code = { value: '123456', score: 1, reasons: [] };
const content = (more: object = {}) => ({
  subject: 'Hello',
  from: null,
  to: [],
  replyTo: [],
  date: null,
  messageId: null,
  headers: [],
  text: 'Hello',
  html: null,
  truncated: false,
  preview: 'Hello',
  links: [],
  codes: [],
  attachments: [],
  removed: [],
  ...more,
});
const stored = (value: unknown) => wrapPlain(new TextEncoder().encode(JSON.stringify(value)));

const message = (more: Partial<StoredMessage> = {}): StoredMessage => ({
  id,
  receivedAt: 1_800_000_000_000,
  size: 12,
  seen: false,
  state: 'analysed',
  content: stored(content()),
  verdict: null,
  ...more,
});

describe('toMessage', () => {
  test('opens what is kept in plain', () => {
    const verdict = { verdict: 'pass', reasons: [] };
    expect(toMessage(plain, message({ verdict: stored(verdict) }))).toEqual({
      id,
      receivedAt: '2027-01-15T08:00:00.000Z',
      size: 12,
      state: 'analysed',
      seen: false,
      content: content(),
      verdict,
    });
  });

  test('hands on what is sealed', () => {
    const part = wrapSealed(new Uint8Array(32).fill(255), Uint8Array.of(1, 2, 3));
    const shown = toMessage(sealed, message({ content: part, verdict: part }));
    const expected = { v: 1, enc: `${'_'.repeat(42)}8`, ct: 'AQID' };
    expect(shown.sealed).toEqual({ content: expected, verdict: expected });
    expect(shown).not.toHaveProperty('content');
    expect(messageSchema.safeParse(shown).success).toBe(true);
  });

  test('has no content while it is not analysed, in the form of its inbox', () => {
    const raw = message({ content: null, state: 'unanalysed' });
    expect(toMessage(plain, raw)).toMatchObject({ state: 'unanalysed', content: null });
    expect(toMessage(sealed, raw)).toMatchObject({
      state: 'unanalysed',
      sealed: { content: null },
    });
  });

  test('keeps a message in plain that came before its inbox had a key', () => {
    expect(toMessage(sealed, message()).content?.subject).toBe('Hello');
  });

  test.each([
    ['is no JSON', wrapPlain(Uint8Array.of(123))],
    ['is of another form', stored({ subject: 1 })],
  ])('shows content that %s like that of a mail that was not analysed', (_what, part) => {
    const shown = toMessage(plain, message({ content: part }));
    expect(shown).toMatchObject({ state: 'unanalysed', content: null });
  });
});

describe('toChangeItem', () => {
  const change = (seq: number, firstSeq: number): StoredChange => ({
    seq,
    firstSeq,
    deleted: false,
    message: message(),
  });
  const deletion = (seq: number, firstSeq: number): StoredChange => ({
    seq,
    firstSeq,
    deleted: true,
    id,
  });
  const at = (seq: number, since = seq) => ({ seq, since });

  test.each([
    ['new', 'came after the cursor', at(4), change(5, 5)],
    ['new', 'came and was changed after the cursor', at(4), change(7, 5)],
    ['updated', 'was there before the cursor', at(5), change(7, 5)],
    ['new', 'is on a later page than the one on which its place was first', at(5, 0), change(7, 5)],
    ['deleted', 'was there before the cursor', at(5), deletion(7, 5)],
    ['deleted', 'may have been on an earlier page', at(5, 0), deletion(7, 5)],
  ])('is %s for a message that %s', (kind, _when, after, changed) => {
    expect(toChangeItem(plain, after, changed)?.change).toBe(kind);
  });

  test('is nothing for a message that came and went after the cursor', () => {
    expect(toChangeItem(plain, at(4), deletion(7, 5))).toBeNull();
  });
});

describe('matches', () => {
  const item = (more: object) => ({
    change: 'new' as const,
    ...toMessage(plain, message({ content: stored(content(more)) })),
  });

  test('lets everything through without a filter', () => {
    expect(matches({ change: 'deleted', id }, undefined)).toBe(true);
  });

  test('tells links from codes', () => {
    expect(matches(item({ links: [link] }), 'link')).toBe(true);
    expect(matches(item({ links: [link] }), 'code')).toBe(false);
    expect(matches(item({ codes: [code] }), 'code')).toBe(true);
    expect(matches(item({}), 'link')).toBe(false);
  });

  test('lets nothing through that was deleted or is not analysed', () => {
    expect(matches({ change: 'deleted', id }, 'link')).toBe(false);
    const raw = { change: 'new' as const, ...toMessage(plain, message({ content: null })) };
    expect(matches(raw, 'link')).toBe(false);
  });
});
