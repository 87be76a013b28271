import { z } from 'zod';
import type { Envelope } from './wrap.ts';

/** As a message arrives: checked before anything else is looked at. */
export const envelopeSchema: z.ZodType<Envelope> = z.strictObject({
  mayfly: z.literal(1),
  name: z.string(),
  payload: z.unknown(),
});
