import { randomBytes } from 'node:crypto';

/** A word that stands nowhere but where a test puts it. */
const word = (kind: string): string => `cnry${kind}${randomBytes(4).toString('hex')}`;

/** One for each kind of thing that must never be told, so that a leak says what leaked. */
export function makeCanaries() {
  return {
    localPart: word('lp'),
    senderLocal: word('from'),
    senderDomain: `${word('dom')}.example`,
    helo: `${word('helo')}.example`,
    subject: word('subj'),
    body: word('body'),
    html: word('html'),
    // Digits and letters, so that no time and no size in the log is it.
    code: `7Q${randomBytes(3).toString('hex')}Z`,
    link: word('link'),
    attachment: word('file'),
    header: word('head'),
    path: word('path'),
    json: word('json'),
    agent: word('agent'),
    token: word('tok'),
    forwarded: '203.0.113.77',
    unknown: word('unk'),
    command: word('cmd'),
    label: word('label'),
  };
}

export type Canaries = ReturnType<typeof makeCanaries>;

/** A mail with a canary in every place. `body` is added to the text. */
export function canaryMail(c: Canaries, to: string, body = ''): string {
  const lines = [
    `From: "${c.senderLocal}" <${c.senderLocal}@${c.senderDomain}>`,
    `To: ${to}`,
    `Subject: ${c.subject} code ${c.code}`,
    `X-${c.header}: ${c.header}`,
    `Message-ID: <${c.header}@${c.senderDomain}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `${c.body} Your verification code is ${c.code}. https://${c.senderDomain}/verify?token=${c.link}`,
    body,
    '--b',
    'Content-Type: text/html',
    '',
    `<p>${c.html} <a href="https://${c.senderDomain}/verify?token=${c.link}">Confirm your account</a></p>`,
    '--b',
    `Content-Type: application/pdf; name="${c.attachment}.pdf"`,
    `Content-Disposition: attachment; filename="${c.attachment}.pdf"`,
    '',
    c.attachment,
    '--b--',
  ];
  return lines.join('\r\n');
}

/** Mails on which programs stumble, each with canaries in the place where it hurts. */
export function hostileMails(c: Canaries): string[] {
  const part = (n: number) => `--b\r\nContent-Type: text/plain; name=${c.attachment}\r\n\r\n${n}`;
  const nested = Array.from({ length: 200 }, (_, n) =>
    [`Content-Type: multipart/mixed; boundary=${c.header}${n}`, '', `--${c.header}${n}`].join(
      '\r\n',
    ),
  );
  return [
    `Subject: =?${c.subject}?Q?${c.subject}?=\r\nContent-Type: text/plain; charset=${c.body}\r\n\r\n${c.body}\r\n`,
    `Subject: ${c.subject}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${Array.from({ length: 3000 }, (_, n) => part(n)).join('\r\n')}`,
    `Subject: ${c.subject}\r\n${nested.join('\r\n')}\r\n${c.body}`,
    `${`X-${c.header}: ${c.header.repeat(40)}\r\n`.repeat(1000)}\r\n${c.body}`,
    `Content-Type: ${c.header}/${c.header}; ${c.header}\r\nContent-Transfer-Encoding: ${c.header}\r\n\r\n${c.body}`,
    `Date: ${c.header}\r\nFrom: ${c.senderLocal}@@${c.senderDomain}\r\nTo: <${c.senderLocal}\r\n\r\n\0${c.body}\0`,
    `DKIM-Signature: v=1; a=rsa-sha256; d=${c.senderDomain}; s=${c.header}; h=from; bh=${c.body}; b=${c.link}\r\nFrom: x@${c.senderDomain}\r\n\r\n${c.body}`,
  ];
}
