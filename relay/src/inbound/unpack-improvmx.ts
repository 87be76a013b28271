import type { ImprovmxMail } from '@mayfly/shared/contract/inbound';
import MailComposer from 'nodemailer/lib/mail-composer';
import type Mail from 'nodemailer/lib/mailer';

type File = NonNullable<ImprovmxMail['attachments']>[number];
type Mailbox = NonNullable<ImprovmxMail['from']>;

/** Never read from a path or fetched: what the library is given is the content itself. */
function attachmentOf({ type, name, content, cid }: File): Mail.Attachment {
  return {
    content,
    encoding: 'base64',
    ...(name && { filename: name }),
    ...(type && { contentType: type }),
    ...(cid && { cid }),
  };
}

const mailboxOf = ({ name, email }: Mailbox): Mail.Address[] =>
  email ? [{ name: name ?? '', address: email }] : [];

/** Whom it may be for, the likeliest first: no envelope is told, but whom ImprovMX delivers to. */
function candidatesOf({ headers, to }: ImprovmxMail): string[] {
  const delivered = Object.entries(headers ?? {}).flatMap(([name, value]) =>
    name.toLowerCase() === 'delivered-to' ? [value].flat() : [],
  );
  return [...delivered, ...(to ?? []).flatMap(({ email }) => email ?? [])];
}

/** A mail of what the forwarder made of one. Its signatures do not hold any more. */
function rebuild(mail: ImprovmxMail): Promise<Uint8Array> {
  const { text, html, subject, date } = mail;
  const when = date && !Number.isNaN(Date.parse(date)) ? new Date(date) : undefined;
  const files = [...(mail.inlines ?? []), ...(mail.attachments ?? [])];
  const [from] = mailboxOf(mail.from ?? {});
  const composed = new MailComposer({
    ...(from && { from }),
    to: (mail.to ?? []).flatMap(mailboxOf),
    subject: subject ?? '',
    ...(text && { text }),
    ...(html && { html }),
    ...(mail['message-id'] && { messageId: mail['message-id'] }),
    ...(when && { date: when }),
    attachments: files.map(attachmentOf),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composed.compile().build();
}

export interface UnpackedMail {
  readonly sender: string;
  readonly candidates: readonly string[];
  readonly raw: Uint8Array;
}

export async function unpackImprovmx(mail: ImprovmxMail): Promise<UnpackedMail> {
  const sender = mail['return-path']?.email ?? '';
  return { sender, candidates: candidatesOf(mail), raw: await rebuild(mail) };
}
