import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { slimZod } from '@mayfly/shared/build/slim-zod';

const root = path.resolve(import.meta.dirname, '../..');
const file = path.resolve(import.meta.dirname, '../node_modules/zod/v4/classic/schemas.js');
const code = readFileSync(file, 'utf8');
const slimmed = slimZod().transform(code, file)?.code ?? '';

const methods = (text: string) =>
  [...text.matchAll(/^ {4}(\w+)\(.*\) \{$/gm)].map(([, name]) => name);
const leftOut = methods(code.slice(code.indexOf('"ZodString"')).split('\n});')[0] ?? '');

describe('zod without formats of strings', () => {
  it('has no method for them, and all others', () => {
    expect(leftOut).toEqual(expect.arrayContaining(['email', 'url', 'uuid', 'jwt', 'datetime']));
    expect(methods(slimmed)).toHaveLength(methods(code).length - leftOut.length);
  });

  it('is all that our schemas need', () => {
    // The web inbox is built with it as well; the plugin's own text speaks of what it leaves out.
    const places = ['extension/src', 'relay/web/src', 'shared'];
    const sources = globSync(
      places.map((place) => `${place}/**/*.{ts,vue}`),
      { cwd: root, exclude: (name) => /(^|\/)(node_modules|build)$/.test(name) },
    );
    expect(sources.length).toBeGreaterThan(100);
    const asked = new RegExp(
      `z\\s*\\.string\\(\\)(?:\\s*\\.\\w+\\([^()]*\\))*\\s*\\.(?:${leftOut.join('|')})\\(`,
    );
    expect(asked.test('z.string().max(3).email()')).toBe(true);
    expect(
      sources.filter((name) => asked.test(readFileSync(path.join(root, name), 'utf8'))),
    ).toEqual([]);
  });

  it('stops the build when zod is written in another way', () => {
    expect(() => slimZod().transform('export const ZodString = 1;', file)).toThrow(/another way/);
  });
});
