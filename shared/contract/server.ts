import { z } from 'zod';

export const domainsSchema = z.object({
  domains: z.array(z.string()).min(1),
  /** Used when a request names none. */
  default: z.string(),
});
export type Domains = z.infer<typeof domainsSchema>;

export const limitsSchema = z.object({
  access: z.enum(['open', 'private']),
  /** Where this relay says that it is reached. */
  publicUrl: z.string(),
  version: z.string(),
  oldestExtension: z.string(),
  messageBytes: z.int(),
  inboxMessages: z.int(),
  inboxBytes: z.int(),
  ttlMinutes: z.object({ default: z.int(), min: z.int(), max: z.int() }),
  maxLifeMinutes: z.int(),
  waitSeconds: z.int(),
  waitersPerInbox: z.int(),
});
export type Limits = z.infer<typeof limitsSchema>;

export const healthSchema = z.object({ status: z.literal('ok'), version: z.string() });

export const readinessSchema = z.object({
  status: z.literal('ready'),
  checks: z.record(z.string(), z.literal('ok')),
});
