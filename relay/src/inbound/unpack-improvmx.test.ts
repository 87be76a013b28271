import type { ImprovmxMail } from '@mayfly/shared/contract/inbound';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../mail/parse-message.ts';
import { unpackImprovmx } from './unpack-improvmx.ts';

const read = async (form: ImprovmxMail) => parseMessage((await unpackImprovmx(form)).raw);

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a mail that was taken apart', () => {
  it('is put together with all that the reader is shown', async () => {
    const { content, attachments } = await read({
      from: { name: 'Fern Shöp', email: 'hello@fern.example' },
      to: [{ name: null, email: 'otter@mayfly.test' }],
      subject: 'Bestätige dein Konto',
      date: 'Thu, 13 Feb 2020 13:44:12 -0800',
      'message-id': '<1@fern.example>',
      text: 'Dein Code: 481 920',
      html: '<p>Dein Code: <b>481 920</b></p><img src="cid:logo">',
      inlines: [{ type: 'image/png', name: 'logo.png', content: base64('png'), cid: 'logo' }],
      attachments: [{ type: 'text/csv', name: 'tab\r\nelle.csv', content: base64('1;2') }],
    });
    expect(content).toMatchObject({
      from: { name: 'Fern Shöp', address: 'hello@fern.example' },
      subject: 'Bestätige dein Konto',
      date: '2020-02-13T21:44:12.000Z',
      text: expect.stringContaining('481 920'),
      html: expect.stringContaining('<b>481 920</b>'),
      attachments: [{ name: 'logo.png', inline: true }, { type: 'text/csv' }],
    });
    expect(attachments.map((octets) => Buffer.from(octets).toString())).toEqual(['png', '1;2']);
  });

  it('is a mail with whatever little there is', async () => {
    const { content } = await read({ date: 'yesterday', html: null, inlines: null });
    expect(content).toMatchObject({ subject: '', attachments: [] });
  });

  it.each(['subject', 'message-id'] as const)('has no field that %s brought', async (field) => {
    const { raw } = await unpackImprovmx({ [field]: 'a\r\nBcc: <x@y.example>\r\n\r\nbody' });
    expect(Buffer.from(raw).toString()).not.toMatch(/^Bcc:/m);
  });

  it('holds files by their content alone, never by a path or an address', async () => {
    const file = { content: '', name: 'x', path: '/etc/passwd', href: 'http://127.0.0.1/' };
    const { attachments } = await read({ attachments: [file] });
    expect(attachments.map(({ length }) => length)).toEqual([0]);
  });

  it('names its sender and whom it may be for, the likeliest first', async () => {
    expect(
      await unpackImprovmx({
        'return-path': { email: 'bounce@fern.example' },
        headers: { 'DELIVERED-TO': ['a@mayfly.test', 'b@mayfly.test'], 'X-Other': 'x' },
        to: [{ email: 'c@mayfly.test' }, { name: 'nobody' }],
      }),
    ).toMatchObject({
      sender: 'bounce@fern.example',
      candidates: ['a@mayfly.test', 'b@mayfly.test', 'c@mayfly.test'],
    });
  });
});
