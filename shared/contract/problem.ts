import { z } from 'zod';

/**
 * The closed list of error codes. HTTP and SMTP each answer for every one of them in an exhaustive table,
 * and every surface a person sees has a sentence for each.
 */
export const problemCodes = [
  // The request itself
  'malformed-json',
  'invalid-request',
  'unsupported-media-type',
  'payload-too-large',
  'route-not-found',
  'method-not-allowed',
  // Where it comes from
  'host-unknown',
  'origin-refused',
  'proxy-refused',
  // Who asks
  'token-missing',
  'token-invalid',
  'token-expired',
  'scope-insufficient',
  'access-required',
  'pair-code-invalid',
  // What it asks for
  'not-found',
  'domain-unknown',
  'address-taken',
  'address-reserved',
  'restore-key-invalid',
  'cursor-expired',
  'filter-needs-plain',
  // Mail
  'recipient-unknown',
  'recipient-expired',
  'recipient-invalid',
  'relay-denied',
  'one-inbox-per-transaction',
  'inbox-full',
  'message-too-big',
  'mail-loop',
  'inbound-off',
  // How much
  'rate-limited',
  'too-many-waiters',
  'overloaded',
  // The relay
  'store-unavailable',
  'storage-full',
  'shutting-down',
  'internal',
] as const;

export const problemCodeSchema = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/** A fault in one field of the input. `path` is a JSON path such as `ttlMinutes` or `inboxes.0.token`. */
export const fieldProblemSchema = z.object({ path: z.string(), message: z.string() });

/** RFC 9457 problem details. `type` is `urn:mayfly:problem:<code>`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: problemCodeSchema,
  detail: z.string().optional(),
  /** Names the request in the relay's log. */
  requestId: z.string().optional(),
  fields: z.array(fieldProblemSchema).optional(),
  /** With `cursor-expired`: from here on the whole inbox is listed anew. Forget what was known of it. */
  next: z.string().optional(),
  /** Of a relay that is not ready: everything it looked at. */
  checks: z.record(z.string(), z.enum(['ok', 'failed'])).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
