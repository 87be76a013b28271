import { readdirSync, readFileSync } from 'node:fs';
import { analyzeMessage } from '@mayfly/shared/analysis/analyze-message';
import type { ParsedMessage } from '@mayfly/shared/mail/analyse-mail';
import { parseRaw } from '@mayfly/shared/mail/parse-raw';
import { expect, test } from 'vitest';
import { parseMessage } from '../src/mail/parse-message.ts';

const folder = new URL('../../shared/analysis/corpus/mail/', import.meta.url);

/** What a person is offered, and what they see of the mail in a list. */
const shown = ({ content }: ParsedMessage) => ({
  subject: content.subject,
  from: content.from,
  date: content.date,
  links: content.links.map(({ url, kind }) => `${kind} ${url}`),
  codes: content.codes.map(({ value }) => value),
  files: content.attachments.map(({ name, type }) => `${name} ${type}`),
});

test("the reader's parser makes of every mail what the relay's makes of it", async () => {
  const different: unknown[] = [];
  const files = readdirSync(folder);
  for (const file of files) {
    const raw = new Uint8Array(readFileSync(new URL(file, folder)));
    const relays = shown(await parseMessage(raw));
    const readers = shown(await parseRaw(raw, analyzeMessage));
    const isSame = JSON.stringify(relays) === JSON.stringify(readers);
    if (!isSame) different.push({ file, relays, readers });
  }
  expect(files.length).toBeGreaterThan(300);
  expect(different).toEqual([]);
}, 60_000);
