import { describe, expect, it } from 'vitest';
import { mail, part } from '../../test/mails.ts';
import { parseMessage } from './parse-message.ts';

const octets = (...codes: readonly number[]) => Buffer.from(codes).toString('latin1');

/** The same word in the octets of its charset. */
const samples: readonly (readonly [charset: string, octets: string, text: string])[] = [
  ['us-ascii', 'plain', 'plain'],
  ['utf-8', octets(0x47, 0xc3, 0xbc, 0xe2, 0x82, 0xac), 'Gü€'],
  ['iso-8859-1', octets(0x63, 0x61, 0x66, 0xe9), 'café'],
  ['iso-8859-15', octets(0xa4, 0x20, 0xe9), '€ é'],
  ['windows-1252', octets(0x80, 0x93, 0x94), '€“”'],
  ['koi8-r', octets(0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4), 'Привет'],
  ['windows-1251', octets(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2), 'Привет'],
  ['windows-1256', octets(0xe3, 0xd1, 0xcd, 0xc8, 0xc7), 'مرحبا'],
  ['iso-8859-8-i', octets(0xf9, 0xec, 0xe5, 0xed), 'שלום'],
  ['gb18030', octets(0xc4, 0xe3, 0xba, 0xc3), '你好'],
  ['gb2312', octets(0xc4, 0xe3, 0xba, 0xc3), '你好'],
  ['big5', octets(0xa7, 0x41, 0xa6, 0x6e), '你好'],
  ['shift_jis', octets(0x82, 0xb1, 0x82, 0xf1), 'こん'],
  ['euc-jp', octets(0xa4, 0xb3, 0xa4, 0xf3), 'こん'],
  ['iso-2022-jp', `${octets(0x1b)}$B$3$s${octets(0x1b)}(B`, 'こん'],
  ['euc-kr', octets(0xbe, 0xc8, 0xb3, 0xe7), '안녕'],
  ['ks_c_5601-1987', octets(0xbe, 0xc8, 0xb3, 0xe7), '안녕'],
  ['utf-16le', octets(0x48, 0x00, 0x69, 0x00), 'Hi'],
];

describe('a body', () => {
  it.each(samples)('in %s is decoded', async (charset, body, text) => {
    const { content } = await parseMessage(
      mail(part({ type: `text/plain; charset=${charset}`, body })),
    );
    expect(content.text).toBe(text);
  });

  it.each(samples.filter(([charset]) => charset !== 'utf-16le'))(
    'in %s is decoded from base64 HTML',
    async (charset, body, text) => {
      const encoded = Buffer.from(`<p>${body}</p>`, 'latin1').toString('base64');
      const raw = mail(
        part({ type: `text/html; charset="${charset}"`, encoding: 'base64', body: encoded }),
      );
      const { content } = await parseMessage(raw);
      expect(content.html).toBe(`<p>${text}</p>`);
      expect(content.preview).toBe(text);
    },
  );

  it.each(['x-nothing', '', '"', 'utf-8; drop', `a${'b'.repeat(5000)}`])(
    'in the charset "%s" is shown as far as it is ASCII',
    async (charset) => {
      const { content } = await parseMessage(
        mail(part({ type: `text/plain; charset=${charset}`, body: 'Hello' })),
      );
      expect(content.text).toBe('Hello');
    },
  );

  it('of octets that are no characters is still a text', async () => {
    const { content } = await parseMessage(
      mail('Content-Type: text/plain; charset=utf-8', '', octets(0xff, 0xfe, 0x41)),
    );
    expect(content.text).toContain('A');
  });
});
