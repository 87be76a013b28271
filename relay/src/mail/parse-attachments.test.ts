import { describe, expect, it } from 'vitest';
import { base64, multipart, part } from '../../test/mails.ts';
import { parseBelowHead } from '../../test/parse-mail.ts';

const plain = part({ type: 'text/plain; charset=utf-8', body: 'Hello from plain' });
const html = part({ type: 'text/html; charset=utf-8', body: '<p>Hello from <b>HTML</b></p>' });

describe('attachments', () => {
  it('come with name, type, size and their octets', async () => {
    const file = part({
      type: 'application/pdf; name="terms.pdf"',
      encoding: 'base64',
      disposition: 'attachment; filename="terms.pdf"',
      body: base64('%PDF-1.4'),
    });
    const content = await parseBelowHead(multipart('mixed', 'b', plain, file));
    expect(content.attachments).toEqual([
      { index: 0, name: 'terms.pdf', type: 'application/pdf', size: 8, inline: false },
    ]);
    expect(content.octets).toEqual(['%PDF-1.4']);
  });

  it('have names from continued and encoded parameters (RFC 2231)', async () => {
    const disposition =
      "attachment; filename*0*=utf-8''Gr%C3%BC; filename*1*=%C3%9Fe; filename*2=.txt";
    const file = part({ type: 'application/octet-stream', disposition, body: 'x' });
    const { attachments } = await parseBelowHead(multipart('mixed', 'b', plain, file));
    expect(attachments[0]?.name).toBe('Grüße.txt');
  });

  it('that are shown in the HTML keep their content id', async () => {
    const picture = part({
      type: 'image/png',
      encoding: 'base64',
      disposition: 'inline',
      extra: ['Content-ID: <logo@fern>'],
      body: base64('png'),
    });
    const body = part({ type: 'text/html', body: '<img src="cid:logo@fern">' });
    const content = await parseBelowHead(multipart('related', 'b', body, picture));
    expect(content.html).toBe('<img src="cid:logo@fern">');
    expect(content.attachments).toEqual([
      {
        index: 0,
        name: 'image.png',
        type: 'image/png',
        size: 3,
        contentId: 'logo@fern',
        inline: true,
      },
    ]);
  });

  it('may be invitations, which stand beside the text', async () => {
    const invite = part({ type: 'text/calendar; method=REQUEST', body: 'BEGIN:VCALENDAR' });
    const content = await parseBelowHead(multipart('alternative', 'b', plain, invite));
    expect(content.text).toBe('Hello from plain');
    expect(content.attachments).toMatchObject([{ name: 'invite.ics', type: 'text/calendar' }]);
  });

  it('may be mails, which are kept whole', async () => {
    const inner = ['Subject: Inner', '', 'inner text'].join('\r\n');
    const attached = part({ type: 'message/rfc822', disposition: 'attachment', body: inner });
    const content = await parseBelowHead(multipart('mixed', 'b', plain, attached));
    expect(content.attachments).toMatchObject([{ name: 'message.eml', type: 'message/rfc822' }]);
    expect(content.octets[0]).toContain('Subject: Inner');
  });

  it('do not count forms of the body that only some programs know', async () => {
    const amp = part({ type: 'text/x-amp-html', body: '<html amp4email></html>' });
    const content = await parseBelowHead(multipart('alternative', 'b', plain, amp, html));
    expect(content.attachments).toEqual([]);
    expect(content.truncated).toBe(false);
  });

  it('may be the whole mail', async () => {
    const content = await parseBelowHead(
      part({ type: 'image/png', encoding: 'base64', body: base64('png') }),
    );
    expect(content).toMatchObject({
      text: null,
      html: null,
      attachments: [{ name: 'image.png', size: 3 }],
    });
  });
});
