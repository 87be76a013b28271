import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseMessage } from '@mayfly/relay/src/mail/parse-message';
import { describe, expect, it } from 'vitest';
import { readLabels } from './tools/mail-labels.ts';
import { emptyFigures, scoreMail } from './tools/score-mails.ts';

const corpus = path.join(import.meta.dirname, '../../shared/analysis/corpus');
const labels = readLabels(corpus);

describe('the mails written for this project', () => {
  it.each(labels)('$id: offers its link and code, and nothing else', async (label) => {
    const { content } = await parseMessage(readFileSync(path.join(corpus, label.file)));
    expect(scoreMail(emptyFigures(), label, content)).toEqual([]);
    for (const { url } of content.links) expect(url).toMatch(/^https?:\/\//);
  });

  it('are many enough, in enough languages', () => {
    expect(labels.length).toBeGreaterThanOrEqual(315);
    expect(new Set(labels.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(30);
  });

  it('name where a tracking link leads, when its url shows it', async () => {
    const wrapped = labels.find(({ id }) => id === 'kiln-safelinks-en');
    const raw = readFileSync(path.join(corpus, wrapped?.file ?? ''));
    const { content } = await parseMessage(raw);
    expect(content.links[0]?.destination).toBe('https://kiln.example/confirm-email/8d0a7c11f2');
  });
});
