import { describe, expect, it } from 'vitest';
import { messageSchema } from '../contract/message.ts';
import { readability } from './message-parts.ts';

const message = (fields: object) =>
  messageSchema.parse({
    id: 'm'.repeat(20),
    receivedAt: '2026-11-23T09:00:00Z',
    size: 10,
    state: 'unanalysed',
    seen: false,
    ...fields,
  });

describe('readability', () => {
  it('tells a mail that could not be parsed from one that is sealed', () => {
    const sealed = { content: { v: 1, enc: 'a', ct: 'b' } };
    expect(readability(message({ content: null }))).toBe('not-rendered');
    expect(readability(message({ sealed }))).toBe('sealed');
    // Acknowledged, but not analysed when the relay went down.
    expect(readability(message({ sealed: { content: null } }))).toBe('not-rendered');
  });
});
