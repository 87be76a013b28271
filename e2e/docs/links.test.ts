import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseConfig } from '@mayfly/relay/src/config';
import { expect, it } from 'vitest';
import { documents, root } from './documents.ts';

/** As GitHub names a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (document: string): Set<string> =>
  new Set([...document.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading)));

function isBroken(from: string, target: string): boolean {
  const [name = '', anchor] = target.split('#');
  const file = name === '' ? path.join(root, from) : path.resolve(root, path.dirname(from), name);
  if (!existsSync(file)) return true;
  return anchor !== undefined && !anchorsIn(readFileSync(file, 'utf8')).has(anchor);
}

it.each([...documents()])('%s leads to what is there', (name, document) => {
  const targets = [...document.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const inHere = targets.filter((target) => !/^[a-z]+:/.test(target));
  expect(inHere.filter((target) => isBroken(name, target))).toEqual([]);
});

/** A path in a line of text, without those that stand for several. */
const paths = /`((?:relay|shared|extension|e2e|scripts|docs)\/[\w./-]+)`/g;
/** Built, so not there before the first build. */
const isBuilt = (name: string): boolean => name.startsWith('extension/.output');

it.each([...documents()])('%s names files that are there', (_name, document) => {
  const names = [...document.matchAll(paths)].map(([, name = '']) => name);
  const wanted = names.filter((name) => !isBuilt(name));
  expect(wanted.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

/** Variables that are none of the relay's: of the tests, and of a program in docs/inbound.md. */
const others = new Set(['MAYFLY_TEST_LONG', 'MAYFLY_URL', 'MAYFLY_BRING']);

it.each([...documents()])(
  '%s names no variable that the relay does not know',
  (_name, document) => {
    const names = new Set(
      [...document.matchAll(/MAYFLY_[A-Z0-9_]*[A-Z0-9]/g)].map(([each]) => each),
    );
    const asked = [...names].filter((each) => !others.has(each));
    const parsed = parseConfig(Object.fromEntries(asked.map((each) => [each, '?'])));
    const faults = parsed.ok ? [] : parsed.faults;
    expect(faults.filter(({ message }) => message.startsWith('is no variable'))).toEqual([]);
  },
);
