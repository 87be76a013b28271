import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const output = path.resolve(import.meta.dirname, '../.output');

const strings = z.array(z.string()).default([]);
const askedSchema = z.object({
  permissions: strings,
  optional_permissions: strings,
  host_permissions: strings,
  optional_host_permissions: strings,
  content_scripts: z.array(z.unknown()).default([]),
  web_accessible_resources: z.array(z.unknown()).default([]),
});
const manifestSchema = askedSchema.extend({
  incognito: z.string(),
  content_security_policy: z.object({ extension_pages: z.string() }),
  background: z.object({
    service_worker: z.string().optional(),
    scripts: z.array(z.string()).optional(),
  }),
});

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} cannot be read: build the extension first`, { cause });
  }
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(path.join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const readList = async () =>
  z
    .record(z.string(), askedSchema)
    .parse(await readJson(path.join(import.meta.dirname, 'permissions.json')));

describe.each(['chrome-mv3', 'firefox-mv3'])('the built %s', (target) => {
  const folder = path.join(output, target);
  const readManifest = async () =>
    manifestSchema.parse(await readJson(path.join(folder, 'manifest.json')));

  it('asks for exactly what the checked-in list allows', async () => {
    const asked = askedSchema.parse(await readJson(path.join(folder, 'manifest.json')));
    asked.permissions.sort();
    expect(asked).toEqual((await readList())[target]);
  });

  it('runs no script but its own, frames nothing, and talks plain http to a relay at home', async () => {
    const policy = (await readManifest()).content_security_policy.extension_pages.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["script-src 'self'", "object-src 'none'", "frame-src 'none'"]),
    );
    expect(policy.join()).not.toMatch(/upgrade-insecure-requests|unsafe-eval/);
  });

  it('keeps one worker for normal and private windows', async () => {
    expect((await readManifest()).incognito).toBe('spanning');
  });

  it('has a background without Vue', async () => {
    const { background } = await readManifest();
    const entry = background.service_worker ?? background.scripts?.[0] ?? '';
    const code = await codeOf(folder, entry, new Set());
    expect(code.length).toBeGreaterThan(20_000);
    expect(code).not.toMatch(/__vue|v-bind|onBeforeUnmount/i);
  });

  it('has the script that every page waits for compiled at once, and small', async () => {
    const code = await readFile(path.join(folder, 'page.js'));
    expect(code.toString()).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(15 * 1024);
  });

  it('is at most 540 KB unpacked', async () => {
    expect(await sizeOf(folder)).toBeLessThanOrEqual(540_000);
  });
});

/** A script and all that it imports. */
async function codeOf(folder: string, file: string, read: Set<string>): Promise<string> {
  if (read.has(file)) return '';
  read.add(file);
  const code = await readFile(path.join(folder, file), 'utf8');
  const imported = [...code.matchAll(/from\s*"(\.[^"]+)"|import\s*"(\.[^"]+)"/g)].map(
    ([, from, bare]) => path.join(path.dirname(file), from ?? bare ?? ''),
  );
  const rest = await Promise.all(imported.map((name) => codeOf(folder, name, read)));
  return code + rest.join('');
}
