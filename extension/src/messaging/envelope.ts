import { z } from 'zod';

/** How a message travels: its name, and what it carries. */
export const envelopeSchema = z.strictObject({
  mayfly: z.literal(1),
  name: z.string(),
  payload: z.unknown(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

export const wrap = (name: string, payload: unknown): Envelope => ({ mayfly: 1, name, payload });
