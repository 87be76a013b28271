import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { defaultKinds } from '@mayfly/shared/mail/attachment-kinds';

/** Files of every blocked kind, made here: the first octets that tell what they are, and nothing that runs. */
export const octetsOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Octets that stand at a place, with zeros before and behind. */
function at(place: number, text: string, length = place + text.length): Buffer {
  const octets = Buffer.alloc(Math.max(length, place + text.length));
  octets.write(text, place, 'latin1');
  return octets;
}

export interface ZipEntry {
  readonly name: string;
  readonly body: Uint8Array;
  /** What the directory at the end calls it, where that is another name. */
  readonly listedAs?: string;
  readonly isEncrypted?: boolean;
  readonly isStored?: boolean;
  /** A length that is a lie. */
  readonly length?: number;
}

function zipFacts({ name, body, isEncrypted, isStored, length }: ZipEntry, packed: Buffer): Buffer {
  const octets = Buffer.alloc(26);
  octets.writeUInt16LE(20, 0);
  octets.writeUInt16LE(isEncrypted === true ? 1 : 0, 2);
  octets.writeUInt16LE(isStored === true ? 0 : 8, 4);
  octets.writeUInt32LE(crc32(body), 10);
  octets.writeUInt32LE(length ?? packed.length, 14);
  octets.writeUInt32LE(length ?? body.length, 18);
  octets.writeUInt16LE(Buffer.byteLength(name), 22);
  return octets;
}

/** A zip of these files. */
export function zipOf(...entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const entry of entries) {
    const packed = entry.isStored === true ? Buffer.from(entry.body) : deflateRawSync(entry.body);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(Buffer.concat(files).length, 10);
    const listed = { ...entry, name: entry.listedAs ?? entry.name };
    files.push(octetsOf('PK\x03\x04'), zipFacts(entry, packed), Buffer.from(entry.name), packed);
    directory.push(
      octetsOf('PK\x01\x02\x14\0'),
      zipFacts(listed, packed),
      offset,
      Buffer.from(listed.name),
    );
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(Buffer.concat(files).length, 16);
  return Buffer.concat([...files, ...directory, end]);
}

/** A tar of one file. */
export function tarOf(name: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000644\0', 100);
  head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
  head.fill(' ', 148, 156);
  head.write('0ustar\x0000', 156);
  const sum = head.reduce((total, octet) => total + octet, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const padded = Buffer.alloc(Math.ceil(body.length / 512) * 512);
  padded.set(body);
  return Buffer.concat([head, padded, Buffer.alloc(1024)]);
}

export const gzipOf = (body: Uint8Array): Buffer => gzipSync(body);

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

function installer(id: number): Buffer {
  const octets = at(0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 2048);
  octets.writeUInt16LE(9, 30);
  octets.writeUInt32LE(0, 48);
  octets.write(
    `${String.fromCharCode(id)}\x10\x0c\0\0\0\0\0\xc0\0\0\0\0\0\0\x46`,
    512 + 80,
    'latin1',
  );
  return octets;
}

const program = at(0, 'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 256);
const elf = at(0, '\x7fELF\x02\x01\x01', 128);
const disk = Buffer.concat([octetsOf('\xeb\x3c\x90'), at(507, '\x55\xaa', 2048)]);
const javaFile = zipOf({ name: 'META-INF/MANIFEST.MF', body: octetsOf('Manifest-Version: 1.0\n') });
const androidFile = zipOf({ name: 'AndroidManifest.xml', body: octetsOf('\x03\0\x08\0') });
const storeFile = zipOf({ name: 'AppxManifest.xml', body: octetsOf('<Package/>') });
const settings = octetsOf(
  '<?xml version="1.0"?><plist><dict><key>PayloadContent</key></dict></plist>',
);

/** What is known by its octets whatever its name is, by kind. */
export const recognisable: Readonly<Record<string, Buffer>> = {
  ...Object.fromEntries(
    'exe com scr pif cpl dll ocx sys drv xll'.split(' ').map((kind) => [kind, program]),
  ),
  ...Object.fromEntries(
    'sh bash zsh csh ksh fish command py pl rb run'
      .split(' ')
      .map((kind) => [kind, octetsOf(`#!/usr/bin/env ${kind}\necho\n`)]),
  ),
  ...Object.fromEntries('elf so ko appimage'.split(' ').map((kind) => [kind, elf])),
  bat: octetsOf('@ECHO OFF\r\necho hello\r\n'),
  cmd: octetsOf('@echo off\r\n'),
  js: octetsOf('var shell = new ActiveXObject("X");\r\n'),
  jse: octetsOf('#@~^AAAAAA=='),
  vbs: octetsOf('Set s = CreateObject("X")\r\n'),
  vbe: octetsOf('#@~^AAAAAA=='),
  wsf: octetsOf('<job id="a"><script language="VBScript">x</script></job>'),
  wsc: octetsOf('<?xml version="1.0"?><component><script>x</script></component>'),
  sct: octetsOf('<scriptlet><registration/></scriptlet>'),
  hta: octetsOf('<html><head><HTA:APPLICATION id="a"></head></html>'),
  ps1: utf16('Write-Host "hello"\r\n'),
  psm1: octetsOf('function X { Invoke-Expression $a }\n'),
  lnk: at(0, 'L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0\x46', 128),
  url: octetsOf('[InternetShortcut]\r\nURL=file://server/share\r\n'),
  website: octetsOf('[InternetShortcut]\r\nURL=x\r\n'),
  scf: octetsOf('[Shell]\r\nCommand=2\r\n'),
  inf: octetsOf('[Version]\r\nSignature="$Windows NT$"\r\n'),
  reg: utf16('Windows Registry Editor Version 5.00\r\n'),
  desktop: octetsOf('[Desktop Entry]\nExec=x\n'),
  theme: octetsOf('[Theme]\r\n'),
  rdp: octetsOf('full address:s:server.example\r\n'),
  iqy: octetsOf('WEB\r\n1\r\nhttps://x.example\r\n'),
  jnlp: octetsOf('<?xml version="1.0"?><jnlp spec="1.0+"></jnlp>'),
  application: octetsOf('<asmv1:assembly xmlns="urn:schemas-microsoft-com:asm.v1"/>'),
  appinstaller: octetsOf('<?xml version="1.0"?><AppInstaller/>'),
  'settingcontent-ms': octetsOf('<?xml version="1.0"?><PCSettings/>'),
  'library-ms': octetsOf('<?xml version="1.0"?><libraryDescription/>'),
  'searchconnector-ms': octetsOf('<?xml version="1.0"?><searchConnectorDescription/>'),
  mobileconfig: settings,
  msc: octetsOf('<?xml version="1.0"?><MMC_ConsoleFile/>'),
  msi: installer(0x84),
  msp: installer(0x86),
  mst: installer(0x82),
  cab: at(0, 'MSCF\0\0\0\0', 64),
  chm: at(0, 'ITSF\x03\0\0\0', 64),
  hlp: at(0, '?_\x03\0', 64),
  iso: at(0x8001, 'CD001', 0x9000),
  udf: at(0x8001, 'BEA01', 0x9000),
  img: disk,
  vhd: Buffer.concat([Buffer.alloc(4096), at(0, 'conectix', 512)]),
  vhdx: at(0, 'vhdxfile', 512),
  vmdk: at(0, 'KDMV', 512),
  vdi: at(0x40, '\x7f\x10\xda\xbe', 512),
  qcow2: at(0, 'QFI\xfb', 128),
  wim: at(0, 'MSWIM\0\0\0', 256),
  dmg: Buffer.concat([Buffer.alloc(4096, 1), at(0, 'koly', 512)]),
  jar: javaFile,
  class: at(0, '\xca\xfe\xba\xbe\0\0\0\x41', 64),
  pyc: at(0, '\xcb\r\r\n\0\0\0\0', 64),
  php: octetsOf('<?php echo 1;'),
  macho: at(0, '\xcf\xfa\xed\xfe\x07\0\0\x01', 64),
  pkg: at(0, 'xar!\0\x1c', 64),
  scpt: at(0, 'FasdUAS 1.101.10', 64),
  deb: at(0, '!<arch>\ndebian-binary   ', 128),
  rpm: at(0, '\xed\xab\xee\xdb\x03\0', 128),
  snap: at(0, 'hsqs', 128),
  flatpakref: octetsOf('[Flatpak Ref]\n'),
  apk: androidFile,
  appx: storeFile,
  msix: storeFile,
  dex: at(0, 'dex\n035\0', 112),
  crx: at(0, 'Cr24\x03\0\0\0', 64),
  a3x: at(0, '\xa3HK\xbe', 64),
};

/** Kinds that are no ending of a file's name. */
const nameless = new Set(['partial', 'clsid']);
export const allKinds: readonly string[] = defaultKinds
  .flatMap(({ kinds }) => kinds)
  .filter((kind) => !nameless.has(kind));

/** A file of each kind; where nothing in it tells the kind, a harmless text. */
export const sampleOf = (kind: string): Buffer => recognisable[kind] ?? octetsOf('Only a text.\n');

const officeFile = (part: string): Buffer =>
  zipOf(
    { name: '[Content_Types].xml', body: octetsOf('<Types/>') },
    { name: part, body: octetsOf('<document/>') },
    { name: 'word/embeddings/oleObject1.bin', body: octetsOf('\xd0\xcf\x11\xe0') },
  );

/** What people send each other, by name. */
export const harmless: Readonly<Record<string, readonly [type: string, octets: Buffer]>> = {
  'notes.txt': ['text/plain', octetsOf('See example.com and setup.exe for more.\n')],
  'MZ.csv': ['text/csv', octetsOf('MZ,Name\n1,Ann\n')],
  'invoice.pdf': ['application/pdf', octetsOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')],
  'shop.com.pdf': ['application/pdf', octetsOf('%PDF-1.4\n')],
  'Learning Node.js.pdf': ['application/pdf', octetsOf('%PDF-1.4\n')],
  'photo.jpg': ['image/jpeg', octetsOf('\xff\xd8\xff\xe0\0\x10JFIF')],
  'logo.png': ['image/png', octetsOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
  'page.html': ['text/html', octetsOf('<html><script>new ActiveXObject("x")</script></html>')],
  'letter.docx': ['application/vnd.openxmlformats', officeFile('word/document.xml')],
  'table.xlsx': ['application/vnd.openxmlformats', officeFile('xl/workbook.xml')],
  'talk.pptx': ['application/vnd.openxmlformats', officeFile('ppt/presentation.xml')],
  'macros.docm': ['application/vnd.ms-word', officeFile('word/vbaProject.bin')],
  'text.odt': [
    'application/vnd.oasis.opendocument.text',
    zipOf(
      { name: 'mimetype', body: octetsOf('application/vnd.oasis'), isStored: true },
      { name: 'META-INF/manifest.xml', body: octetsOf('<manifest/>') },
    ),
  ],
  'book.epub': [
    'application/epub+zip',
    zipOf(
      { name: 'mimetype', body: octetsOf('application/epub+zip'), isStored: true },
      { name: 'META-INF/container.xml', body: octetsOf('<container/>') },
      { name: 'OEBPS/turn.js', body: octetsOf('turn();') },
    ),
  ],
  'old.doc': ['application/msword', at(0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 2048)],
  'pictures.zip': [
    'application/zip',
    zipOf(
      { name: 'a/b.com/1.jpg', body: octetsOf('\xff\xd8\xff') },
      { name: 'inner.zip', body: zipOf({ name: 'c.txt', body: octetsOf('text') }) },
    ),
  ],
  'secret.zip': [
    'application/zip',
    zipOf({ name: 'letter.pdf', body: octetsOf('noise'), isEncrypted: true }),
  ],
  'backup.tar.gz': ['application/gzip', gzipOf(tarOf('notes.txt', octetsOf('text')))],
  'broken.zip': ['application/zip', octetsOf('PK\x03\x04 and then nothing')],
  'song.mp3': ['audio/mpeg', octetsOf('ID3\x03\0')],
  'invite.ics': ['text/calendar', octetsOf('BEGIN:VCALENDAR\r\n')],
};
