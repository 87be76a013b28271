import { z } from 'zod';

/** Whom a raw mail is for and who sent it: its envelope (RFC 5321 section 2.3.1), which no header of the mail tells. */
export const rawEnvelopeSchema = z.object({
  /** One or more addresses, separated by commas, all of one inbox. */
  'x-mayfly-recipient': z.string().min(1).max(4096),
  /** Empty or absent: the null sender of a bounce. */
  'x-mayfly-sender': z.string().max(512).optional(),
});

/** What this relay did with a mail that was brought to it. `repeated`: it had it already, and stored it no second time. */
export const takenMailSchema = z.object({ repeated: z.boolean() });

const mailboxSchema = z.object({
  name: z.string().nullish(),
  email: z.string().max(512).nullish(),
});

/** `content` is base64. */
const fileSchema = z.object({
  type: z.string().max(255).nullish(),
  name: z.string().max(1024).nullish(),
  content: z.string(),
  cid: z.string().max(255).nullish(),
});

/** What ImprovMX sends of each mail (https://improvmx.com/webhooks). What is not read here may be there. */
export const improvmxMailSchema = z.object({
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).nullish(),
  to: z.array(mailboxSchema).max(1000).nullish(),
  from: mailboxSchema.nullish(),
  subject: z.string().nullish(),
  'message-id': z.string().nullish(),
  date: z.string().nullish(),
  'return-path': mailboxSchema.nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  inlines: z.array(fileSchema).max(1000).nullish(),
  attachments: z.array(fileSchema).max(1000).nullish(),
});
export type ImprovmxMail = z.infer<typeof improvmxMailSchema>;
