import { z } from 'zod';
import { timestampSchema } from './inbox.ts';

export const accessIdSchema = z.string().regex(/^[a-z2-7]{16}$/);

/** A code of any other form is answered like a wrong one. */
export const pairSchema = z.strictObject({ code: z.string().max(256) });

/** A browser's right to make inboxes, until somebody withdraws it. */
export const accessSchema = z.object({
  id: accessIdSchema,
  /** What the operator called it. */
  label: z.string(),
  createdAt: timestampSchema,
});
export type AccessInfo = z.infer<typeof accessSchema>;

/** The token is handed out this once. */
export const pairedSchema = z.object({ token: z.string(), access: accessSchema });

export const listedAccessSchema = accessSchema.extend({
  /** It is the one that asks. */
  own: z.boolean(),
});
export type ListedAccess = z.infer<typeof listedAccessSchema>;

export const accessListSchema = z.object({ items: z.array(listedAccessSchema) });
