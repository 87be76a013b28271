import { z } from 'zod';

export const inboxIdSchema = z
  .string()
  .regex(/^[a-z0-9]{16}-[a-z0-9]{16}$/)
  .brand<'InboxId'>();
/** Names an inbox: 16 characters that stand for its address, a dash, 16 random ones. */
export type InboxId = z.infer<typeof inboxIdSchema>;

export const emailAddressSchema = z.string().min(3).max(254).brand<'EmailAddress'>();
/** A canonical address: local part in lower case, domain in A-label form (RFC 5890). */
export type EmailAddress = z.infer<typeof emailAddressSchema>;

export const timestampSchema = z.iso.datetime();

export const tokenScopeSchema = z.enum(['read', 'manage']);
export type TokenScope = z.infer<typeof tokenScopeSchema>;

/** A raw X25519 public key (32 bytes) in base64url without padding. */
export const publicKeySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const ttlMinutesSchema = z.int().min(10).max(43_200);

export const createInboxSchema = z.strictObject({
  domain: z.string().max(253).optional(),
  /** A chosen name; the relay ends it in characters of its own, so that nobody else can take it. */
  localPart: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/i)
    .optional(),
  ttlMinutes: ttlMinutesSchema.optional(),
  publicKey: publicKeySchema.optional(),
});
export type CreateInbox = z.infer<typeof createInboxSchema>;

export const inboxSchema = z.object({
  id: inboxIdSchema,
  address: emailAddressSchema,
  createdAt: timestampSchema,
  expiresAt: timestampSchema,
  /** Whether its mail is sealed to the key of its owner; otherwise the relay keeps it in plain. */
  sealed: z.boolean(),
  /** The key to which mail is sealed from now on. */
  publicKey: publicKeySchema.nullable().default(null),
});
export type Inbox = z.infer<typeof inboxSchema>;

export const createdInboxSchema = inboxSchema.extend({ token: z.string(), restoreKey: z.string() });
export type CreatedInbox = z.infer<typeof createdInboxSchema>;

export const restoreInboxSchema = z.strictObject({
  restoreKey: z.string().max(512),
  /** To which the mail of the new inbox is sealed. That of an inbox which still lives stays as it is. */
  publicKey: publicKeySchema.optional(),
  ttlMinutes: ttlMinutesSchema.optional(),
});
export type RestoreInbox = z.infer<typeof restoreInboxSchema>;

/**
 * With the scope `manage` the address was reopened as this new inbox. With `read` it still lives, unchanged: whether its
 * mail can be opened its `publicKey` tells.
 */
export const restoredInboxSchema = createdInboxSchema.extend({ scope: tokenScopeSchema });
export type RestoredInbox = z.infer<typeof restoredInboxSchema>;

export const extendInboxSchema = z
  .strictObject({
    ttlMinutes: ttlMinutesSchema.optional(),
    /** What came before stays sealed to the key that it was sealed to, or in plain. */
    publicKey: publicKeySchema.optional(),
  })
  .refine(({ ttlMinutes, publicKey }) => ttlMinutes !== undefined || publicKey !== undefined, {
    path: ['ttlMinutes'],
  });
export type ExtendInbox = z.infer<typeof extendInboxSchema>;

export const extendedInboxSchema = inboxSchema.extend({ token: z.string() });
export type ExtendedInbox = z.infer<typeof extendedInboxSchema>;

export const createTokenSchema = z.strictObject({
  scope: tokenScopeSchema,
  ttlMinutes: z.int().min(1).max(43_200).optional(),
});
export const createdTokenSchema = z.object({
  token: z.string(),
  jti: z.string(),
  scope: tokenScopeSchema,
  expiresAt: timestampSchema,
});
export type CreatedToken = z.infer<typeof createdTokenSchema>;
