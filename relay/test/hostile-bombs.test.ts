import { afterAll, describe, expect, it } from 'vitest';
import { createAnalysisPool } from '../src/mail/analysis-pool.ts';
import { bombOf, bombs } from './fuzz/bombs.ts';
import { faultsOfContent } from './fuzz/judge-content.ts';
import { mail } from './mails.ts';

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
const scale = isLong ? 1 : 0.02;

describe(`mails made to cost much, at ${scale} of their size`, () => {
  // The deadline is far away, so that what a thread can do is seen on a busy machine too; its heap is as it always is.
  const parser = createAnalysisPool({ threads: 1, deadlineMs: 120_000, killMs: 120_000 });
  afterAll(() => parser.close());
  const parse = (raw: Buffer) => parser.parse(new Uint8Array(raw));

  it.each(Object.keys(bombs))(
    '%s: shown as far as it can be, or given up',
    {
      timeout: 180_000,
    },
    async (name) => {
      const [answer, next] = await Promise.all([
        parse(bombOf(name, scale)),
        parse(mail('Subject: Next', '', 'next')),
      ]);
      expect(next).toMatchObject({ ok: true });
      if (!answer.ok) expect(answer.code).toBe('internal');
      else {
        const { content, links, codes, attachments } = answer.parsed;
        const sizes = attachments.map(({ length }) => length);
        const value: unknown = JSON.parse(Buffer.from(content).toString());
        expect(faultsOfContent(value, { links, codes, sizes })).toEqual([]);
        expect(content.length).toBeLessThan(20_000_000);
      }
    },
  );
});
