import { describe, expect, it } from 'vitest';
import { base64, multipart, part } from '../../test/mails.ts';
import { parseBelowHead, parseLines } from '../../test/parse-mail.ts';

const plain = part({ type: 'text/plain; charset=utf-8', body: 'Hello from plain' });
const html = part({ type: 'text/html; charset=utf-8', body: '<p>Hello from <b>HTML</b></p>' });

describe('the header section', () => {
  it('is read into sender, recipients, subject, date and id', async () => {
    const content = await parseBelowHead('', 'Hello');
    expect(content).toMatchObject({
      subject: 'Your account',
      from: { name: 'Fern Shop', address: 'hello@fern.example' },
      to: [{ name: '', address: 'otter@mayfly.test' }],
      replyTo: [],
      date: '2025-03-04T09:20:30.000Z',
      messageId: '<1@fern.example>',
      text: 'Hello',
      html: null,
      truncated: false,
      preview: 'Hello',
    });
  });

  it('lists every field in its order, unfolded and decoded', async () => {
    const { headers } = await parseLines(
      'X-First: one',
      'X-Folded: two',
      '\tand three',
      'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
      'X-First: again',
      '',
      'Hello',
    );
    expect(headers).toEqual([
      { name: 'X-First', value: 'one' },
      { name: 'X-Folded', value: 'two\tand three' },
      { name: 'Subject', value: 'Grüße' },
      { name: 'X-First', value: 'again' },
    ]);
  });

  it('may lack everything', async () => {
    expect(await parseLines('', 'Only a body')).toMatchObject({
      subject: '',
      from: null,
      to: [],
      date: null,
      messageId: null,
      headers: [],
      text: 'Only a body',
    });
  });

  it('ends where a line is no field, when nothing else ends it', async () => {
    expect(await parseLines('Subject: Hi', 'This is the body already.')).toMatchObject({
      subject: 'Hi',
      text: 'This is the body already.',
    });
  });

  it.each(['yesterday', 'Tue, 99 Foo 2025', '', '9'.repeat(400), '1 Jan 99999'])(
    'has no date when it says "%s"',
    async (date) => {
      expect((await parseLines(`Date: ${date}`, '', 'x')).date).toBeNull();
    },
  );

  it('decodes names in words of several charsets (RFC 2047)', async () => {
    const { from, subject } = await parseLines(
      'From: =?iso-8859-1?Q?J=F6rg_M=FCller?= <j@fern.example>',
      'Subject: =?koi8-r?B?8NLJ18XU?= =?utf-8?q?,_Welt?=',
      '',
      'x',
    );
    expect(from).toEqual({ name: 'Jörg Müller', address: 'j@fern.example' });
    expect(subject).toBe('Привет, Welt');
  });

  it('leaves words of an unknown charset as they are', async () => {
    const { subject } = await parseLines('Subject: =?x-unknown?Q?caf=E9?=', '', 'x');
    expect(subject.length).toBeGreaterThan(0);
  });

  it('takes the members of a group one by one', async () => {
    const { to } = await parseLines(
      'To: Friends: a@x.example, Bo <b@x.example>;, c@x.example',
      '',
      'x',
    );
    expect(to).toEqual([
      { name: '', address: 'a@x.example' },
      { name: 'Bo', address: 'b@x.example' },
      { name: '', address: 'c@x.example' },
    ]);
  });

  it('keeps the domain of an address in A-label form, so that look-alikes are seen', async () => {
    const { from, replyTo } = await parseLines(
      'From: shop@xn--mnchen-3ya.example',
      'Reply-To: =?utf-8?q?m=C3=BCnchen?= <a@xn--mnchen-3ya.example>',
      '',
      'x',
    );
    expect(from?.address).toBe('shop@xn--mnchen-3ya.example');
    expect(replyTo).toEqual([{ name: 'münchen', address: 'a@xn--mnchen-3ya.example' }]);
  });

  it('is not fooled by an address in an encoded word', async () => {
    const { from } = await parseLines(
      `From: =?utf-8?B?${base64('bank@good.example')}?= <x@evil.example>`,
      '',
      'x',
    );
    expect(from?.address).toBe('x@evil.example');
  });
});

describe('the body', () => {
  it('of alternatives has each form', async () => {
    const content = await parseBelowHead(multipart('alternative', 'b', plain, html));
    expect(content.text).toBe('Hello from plain');
    expect(content.html).toBe('<p>Hello from <b>HTML</b></p>');
    expect(content.preview).toBe('Hello from HTML');
    expect(content.attachments).toEqual([]);
  });

  it('may be HTML only', async () => {
    const content = await parseBelowHead(
      'Content-Type: text/html',
      '',
      '<h1>Hi</h1>\r\n<p>there</p>',
    );
    expect(content).toMatchObject({
      text: null,
      html: '<h1>Hi</h1>\n<p>there</p>',
      preview: 'Hi there',
    });
  });

  it('shows a text that stands beside HTML in both forms', async () => {
    const footer = part({ type: 'text/plain', body: 'Sent by <the list> & friends' });
    const content = await parseBelowHead(multipart('mixed', 'b', html, footer));
    expect(content.html).toContain('Hello from <b>HTML</b>');
    expect(content.html).toContain('Sent by &lt;the list&gt; &amp; friends');
    expect(content.text).toBe('Hello from HTML\nSent by <the list> & friends');
  });

  it('is decoded from quoted-printable', async () => {
    const body = 'Gr=C3=BC=C3=9Fe =3D soft=\r\n break';
    const content = await parseBelowHead(
      part({ type: 'text/plain; charset=utf-8', encoding: 'quoted-printable', body }),
    );
    expect(content.text).toBe('Grüße = soft break');
  });

  it('is decoded from base64', async () => {
    const content = await parseBelowHead(
      part({ type: 'text/plain; charset=utf-8', encoding: 'base64', body: base64('Grüße, 世界') }),
    );
    expect(content.text).toBe('Grüße, 世界');
  });

  it('is joined from flowed lines', async () => {
    const content = await parseBelowHead(
      part({ type: 'text/plain; format=flowed', body: 'one \r\nline\r\n\r\nnext' }),
    );
    expect(content.text).toBe('one line\n\nnext');
  });

  it('may be empty or missing', async () => {
    expect(await parseBelowHead('', '')).toMatchObject({ text: null, html: null, preview: '' });
    expect(await parseBelowHead()).toMatchObject({
      subject: 'Your account',
      text: null,
      html: null,
    });
    expect(await parseLines('')).toMatchObject({ subject: '', text: null, html: null });
  });

  it('of an unknown boundary is read as far as it goes', async () => {
    const content = await parseBelowHead(
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      plain,
    );
    expect(content.text).toBe('Hello from plain');
  });

  it('of a mail forwarded inline is shown under its head', async () => {
    const inner = ['From: old@fern.example', 'Subject: Old news', '', 'The old text'].join('\r\n');
    const forwarded = part({ type: 'message/rfc822', disposition: 'inline', body: inner });
    const content = await parseBelowHead(multipart('mixed', 'b', plain, forwarded));
    expect(content.text).toContain('Hello from plain');
    expect(content.text).toContain('Subject: Old news');
    expect(content.text).toContain('The old text');
    expect(content.subject).toBe('Your account');
  });

  it('of a delivery report is its text and its status', async () => {
    const status = part({
      type: 'message/delivery-status',
      body: 'Reporting-MTA: dns; mx.fern.example\r\n\r\nAction: failed',
    });
    const content = await parseBelowHead(
      multipart('report; report-type=delivery-status', 'b', plain, status),
    );
    expect(content.text).toContain('Hello from plain');
    expect(content.text).toContain('Action: failed');
  });

  it('has a preview without the fillers behind a preview text', async () => {
    const fillers = '&zwnj;&nbsp;&#847; '.repeat(50);
    const content = await parseBelowHead(
      part({
        type: 'text/html',
        body: `<style>p{}</style><div>Confirm now${fillers}</div><p>Dear Otter,</p>`,
      }),
    );
    expect(content.preview).toBe('Confirm now Dear Otter,');
  });
});

describe('links and codes', () => {
  it('are found in the parsed body', async () => {
    const link = 'https://fern.example/verify?token=9f8e7d6c5b4a39281706';
    const body = `<p>Your verification code is: <b>481516</b></p><a href=3D"${link.replace('=', '=3D')}">Verify=\r\n my address</a>`;
    const content = await parseBelowHead(
      part({ type: 'text/html', encoding: 'quoted-printable', body }),
    );
    expect(content.links.map(({ url }) => url)).toEqual([link]);
    expect(content.codes.map(({ value }) => value)).toEqual(['481516']);
  });
});
