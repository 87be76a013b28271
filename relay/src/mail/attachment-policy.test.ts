import { describe, expect, it, test } from 'vitest';
import {
  allKinds,
  gzipOf,
  harmless,
  octetsOf,
  recognisable,
  sampleOf,
  tarOf,
  type ZipEntry,
  zipOf,
} from '../../test/attachment-samples.ts';
import { typeKinds } from '@mayfly/shared/mail/attachment-kinds';
import { createAttachmentPolicy } from '@mayfly/shared/mail/attachment-policy';
import { defaultBlockedKinds, parseBlockedKinds } from '@mayfly/shared/mail/blocked-kinds';

const text = octetsOf('Only a text.\n');

function judge(
  name: string,
  octets: Uint8Array = text,
  type = 'application/octet-stream',
  list = '',
) {
  const read = parseBlockedKinds(list);
  if (!read.ok) throw new Error(read.faults.join());
  return createAttachmentPolicy(read.kinds).judge({
    names: [name],
    types: [type],
    octets,
    isFile: true,
  });
}

const inZip = (name: string, octets: Uint8Array = text) => zipOf({ name, body: octets });

describe('a file of a blocked kind', () => {
  test.each(allKinds)('.%s is known by its name, in a zip, and under another ending', (kind) => {
    const octets = sampleOf(kind);
    expect(judge(`a.${kind}`, text)?.reason).toBe('executable-name');
    expect(judge(`A.${kind.toUpperCase()}`, text)?.detail).toBe(`.${kind}`);
    expect(judge(`invoice.pdf.${kind}`, text)?.reason).toBe('double-extension');
    expect(judge('a.zip', inZip(`a.${kind}`, octets))).not.toBeNull();
    expect(judge('a.zip', inZip('inner.zip', inZip(`a.${kind}`, octets)))?.reason).toMatch(
      /^inside|^exec/,
    );
    expect(judge('a.tar.gz', gzipOf(tarOf(`a.${kind}`, octets)))).not.toBeNull();
    expect(judge(`a.${kind}.gz`, gzipOf(text))).not.toBeNull();
  });

  test.each(Object.keys(recognisable))('.%s is known by its octets under any name', (kind) => {
    const octets = sampleOf(kind);
    expect(judge('photo.jpg', octets)).toMatchObject({ reason: 'executable-content' });
    expect(judge('noname', octets)).not.toBeNull();
    expect(judge('a.zip', inZip('photo.jpg', octets))).not.toBeNull();
    expect(
      judge('a.zip', zipOf({ name: 'photo.jpg', body: octets, isStored: true })),
    ).not.toBeNull();
  });

  test.each([...typeKinds.keys()])('%s is known by its type', (type) => {
    expect(judge('photo.jpg', text, type)).toEqual({ reason: 'executable-type', detail: type });
  });
});

test.each(Object.entries(harmless))('%s is harmless', (name, [type, octets]) => {
  expect(judge(name, octets, type)).toBeNull();
});

test.each([
  'evil.exe.',
  'evil.exe . .',
  'evil.exe ',
  'evil.exe\u00a0',
  'invoice.pdf                                        .exe',
  'evil.exe\0.txt',
  'evil\0.exe',
  'evil.e\u200bxe',
  'cod\u202etxt.exe',
  'cod.exe\u202e',
  'evil.ｅｘｅ',
  'evil．exe',
  'evil.exe:stream',
  'evil.exe::$DATA',
  'a\\evil.exe\\',
  '../../evil.exe',
  '"evil.exe"',
  '=?utf-8?B?ZXZpbC5leGU=?=',
  '=?utf-8?Q?ev?= =?utf-8?Q?il=2Eexe?=',
  "utf-8''evil%2Eexe",
  'evil%2eexe',
  'evil.exe.txt',
  'setup.vbs.pdf',
  'evil.{3050F4D8-98B5-11CF-BB82-00AA00BDCE0B}',
  `${'a'.repeat(5000)}.exe`,
  '.bat',
])('a name does not hide its ending: %j', (name) => {
  expect(judge(name)).not.toBeNull();
});

describe('an archive', () => {
  const evil: ZipEntry = { name: 'evil.exe', body: text };
  test.each<[string, Uint8Array]>([
    ['a directory that says another name', zipOf({ ...evil, name: 'a.txt', listedAs: 'evil.exe' })],
    ['headers that say another name', zipOf({ ...evil, listedAs: 'a.txt' })],
    ['octets before it', Buffer.concat([Buffer.alloc(5000, 65), zipOf(evil)])],
    ['octets behind it', Buffer.concat([zipOf(evil), Buffer.alloc(100_000, 65)])],
    ['two directories', Buffer.concat([zipOf({ name: 'a.txt', body: text }), zipOf(evil)])],
    ['no directory', zipOf(evil).subarray(0, -60)],
    ['only a directory', zipOf(evil).subarray(30)],
    ['a length that is a lie', zipOf({ ...evil, length: 0xffff_ffff })],
    ['a password', zipOf({ ...evil, isEncrypted: true })],
    ['an archive in it behind a password', zipOf({ name: 'a.zip', body: text, isEncrypted: true })],
    ['a program as a folder', zipOf({ name: 'Mail.app/Contents/MacOS/mail', body: text })],
    ['a picture before it', Buffer.concat([octetsOf('GIF89a'), zipOf(evil)])],
  ])('with %s is seen through', (_what, octets) => {
    expect(judge('a.zip', octets)).not.toBeNull();
  });

  const nest = (levels: number): Buffer =>
    levels === 0 ? inZipBuffer('a.txt') : zipOf({ name: 'a.zip', body: nest(levels - 1) });
  const inZipBuffer = (name: string) => zipOf({ name, body: text });

  it('in archives without end is not handed out', () => {
    expect(judge('a.zip', nest(3))).toBeNull();
    expect(judge('a.zip', nest(12))?.reason).toBe('unreadable-archive');
  });

  it('that unpacks to more than is looked through is not handed out', () => {
    const zeros = zipOf({ name: 'zeros.tar', body: Buffer.alloc(120_000_000) });
    expect(judge('bomb.zip', zeros)?.reason).toBe('unreadable-archive');
  });

  it('whose files all stand on the same octets costs no more than the bound', () => {
    const body = Buffer.alloc(40_000, 'text ');
    const local = zipOf({ name: 'a.txt', body }).subarray(0, 60);
    const many = Buffer.concat([
      ...Array.from({ length: 50_000 }, () => local),
      zipOf({ name: 'a.txt', body }),
    ]);
    expect(judge('bomb.zip', many)?.reason).toBe('unreadable-archive');
  });

  it('that holds a mail with a program in it is not handed out', () => {
    const mail = octetsOf(
      `Content-Type: application/zip; name=x.exe\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n`,
    );
    expect(judge('a.zip', zipOf({ name: 'mail.eml', body: mail }))).toMatchObject({
      reason: 'inside-message',
      detail: 'mail.eml/x.exe',
    });
  });
});

describe('the list', () => {
  const endings = (list: string) => {
    const read = parseBlockedKinds(list);
    return read.ok ? [...read.kinds] : read.faults;
  };

  it('is the default one with changes, or one of its own, or none', () => {
    expect(endings('default')).toEqual([...defaultBlockedKinds()]);
    expect(endings('+docm, -.ISO')).toContain('docm');
    expect(endings('+docm,-iso')).not.toContain('iso');
    expect(endings('exe,.bat')).toEqual(['exe', 'bat']);
    expect(endings('default,+docm')).toContain('docm');
    expect(endings('none')).toEqual([]);
  });

  it.each(['a b/c', 'none,exe', '-docm', '+default', '.', '+'])('has faults: %j', (list) => {
    expect(parseBlockedKinds(list).ok).toBe(false);
  });

  it('counts for names, types and octets alike', () => {
    const dll = recognisable['dll'] ?? text;
    expect(judge('a.docm', text, undefined, '+docm')).not.toBeNull();
    expect(judge('a.dll', dll, 'application/x-msdownload', '-dll')).toBeNull();
    expect(judge('a.txt', dll, undefined, '-dll')).toMatchObject({ detail: 'exe' });
    expect(judge('a.zip', inZip('a.exe'), undefined, 'jar')).toBeNull();
    expect(judge('a.exe', dll, 'application/x-msdownload', 'none')).toBeNull();
  });
});
