export const mailNames = ['2k', '26k', '1m'] as const;
export type MailName = (typeof mailNames)[number];

export const subject = 'Please confirm your address';
const link = 'https://shop.example.org/verify?token=b81f6c2e94d7f3a9';

const sentences = [
  'You get this mail because somebody signed up at our shop with this address.',
  'If that was not you, there is nothing to do: without a confirmation the account is not opened.',
  'Orders leave the house on working days before four, and you can follow each of them.',
  'Our people answer by mail and by telephone, from nine to six, and like to hear from you.',
];

function prose(characters: number): string {
  let text = '';
  for (let i = 0; text.length < characters; i += 1) text += `${sentences[i % sentences.length]} `;
  return text.slice(0, characters).trim();
}

/** Lines of at most 72 characters, as people and programs write them. */
function wrap(text: string): string {
  return text.replace(/(.{1,72})(?:\s|$)/g, '$1\n');
}

function head(contentType: string, encoding = '7bit'): string {
  return [
    'From: Shop <shop@sender.example>',
    'To: You <you@mayfly.test>',
    `Subject: ${subject}`,
    'Date: Tue, 13 Oct 2026 09:30:00 +0000',
    'Message-ID: <8f3a9c2e71@sender.example>',
    'MIME-Version: 1.0',
    `Content-Type: ${contentType}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    '',
  ].join('\n');
}

function text2k(): string {
  const body = `Hello!\n\nPlease confirm your address:\n${link}\n\nOr type this code: 481205\n\n`;
  return head('text/plain; charset=utf-8') + body + wrap(prose(1550));
}

/** RFC 2045 section 6.7, for the characters that stand in these mails. */
function quotedPrintable(text: string): string {
  const escaped = text.replace(/=/g, '=3D');
  return escaped.replace(/[^\n]{1,72}(?=[^\n])/g, (line) => {
    const cut = line.replace(/=.?$/, '');
    return `${cut}=\n${line.slice(cut.length)}`;
  });
}

/** A newsletter's kind of HTML: tables in tables, styles at every element. */
function html(characters: number): string {
  const style =
    'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5;color:#333333';
  const cell = (content: string) =>
    `<tr><td align="left" valign="top" style="padding:12px 24px;${style}">${content}</td></tr>\n`;
  const button =
    `<a href="${link}" target="_blank" style="display:inline-block;padding:12px 24px;` +
    'background:#1a73e8;color:#ffffff;border-radius:4px">Confirm my address</a>';
  let rows = cell('<h1>Welcome!</h1>') + cell(button) + cell('Or type this code: <b>481205</b>');
  for (let i = 0; rows.length < characters; i += 1) {
    const more = `https://shop.example.org/help/${i}?utm_source=mail&amp;utm_campaign=welcome`;
    rows += cell(`<p>${prose(300 + (i % 7) * 40)} <a href="${more}">Read more</a></p>`);
  }
  return `<!doctype html>\n<html><head><meta charset="utf-8"><title>${subject}</title></head>
<body><table width="100%" cellpadding="0" cellspacing="0">\n${rows}</table></body></html>\n`;
}

function part(contentType: string, encoding: string, content: string): string {
  return `--b1\nContent-Type: ${contentType}\nContent-Transfer-Encoding: ${encoding}\n\n${content}\n`;
}

function alternatives(characters: number): string {
  const plain = `Please confirm your address:\n${link}\n\nOr type this code: 481205\n`;
  return (
    part('text/plain; charset=utf-8', '7bit', plain) +
    part('text/html; charset=utf-8', 'quoted-printable', quotedPrintable(html(characters)))
  );
}

function html26k(): string {
  return `${head('multipart/alternative; boundary="b1"')}${alternatives(23_500)}--b1--\n`;
}

function attachment1m(): string {
  const octets = Buffer.alloc(740_000);
  for (let i = 0; i < octets.length; i += 1) octets[i] = (i * 31 + (i >> 8)) & 0xff;
  const base64 = octets.toString('base64').replace(/.{1,76}/g, '$&\n');
  const attached = part('image/png; name="picture.png"', 'base64', base64);
  return `${head('multipart/mixed; boundary="b1"')}${alternatives(6000)}${attached}--b1--\n`;
}

/** A whole mail with the line ends of a file; what sends it makes CR LF of them. */
export function makeMail(name: MailName): string {
  return { '2k': text2k, '26k': html26k, '1m': attachment1m }[name]();
}
