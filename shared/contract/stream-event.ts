import { z } from 'zod';
import { inboxIdSchema, publicKeySchema, timestampSchema } from './inbox.ts';
import { cursorSchema, messageItemSchema, messageListSchema } from './message.ts';
import { problemCodeSchema } from './problem.ts';

export const watchedSchema = z.strictObject({
  token: z.string().max(2048),
  after: cursorSchema.optional(),
});
export type Watched = z.infer<typeof watchedSchema>;

const watchedListSchema = z.array(watchedSchema).min(1).max(50);

export const watchSchema = z.strictObject({
  wait: z.int().min(0).max(25).optional(),
  inboxes: watchedListSchema,
});
export type Watch = z.infer<typeof watchSchema>;

/** The answer for one watched inbox, at the same place as in the question. */
export const watchAnswerSchema = z.discriminatedUnion('ok', [
  messageListSchema.omit({ timedOut: true }).extend({ ok: z.literal(true), inbox: inboxIdSchema }),
  z.object({ ok: z.literal(false), code: problemCodeSchema, next: cursorSchema.optional() }),
]);
export type WatchAnswer = z.infer<typeof watchAnswerSchema>;

export const watchResultSchema = z.object({
  timedOut: z.boolean(),
  inboxes: z.array(watchAnswerSchema),
});
export type WatchResult = z.infer<typeof watchResultSchema>;

/** The first frame of a client on `/v1/live`. */
export const liveHelloSchema = z.strictObject({ watch: watchedListSchema });
export type LiveHello = z.infer<typeof liveHelloSchema>;

/** WebSocket close codes of `/v1/live`. */
export const liveCloseCodes = {
  helloInvalid: 4401,
  shuttingDown: 1001,
  allInboxesEnded: 4410,
} as const;

/** A frame of the relay on `/v1/live`. `index` is the inbox's place in the first frame. */
export const liveEventSchema = z.discriminatedUnion('type', [
  /** All inboxes have been looked up; what stood in them has been sent. */
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.enum(['message', 'updated', 'deleted']),
    index: z.int(),
    inbox: inboxIdSchema,
    item: messageItemSchema,
    next: cursorSchema,
  }),
  /** The inbox was extended or its key changed. */
  z.object({
    type: z.literal('inbox'),
    index: z.int(),
    inbox: inboxIdSchema,
    expiresAt: timestampSchema,
    publicKey: publicKeySchema.nullable().default(null),
  }),
  z.object({ type: z.literal('expired'), index: z.int(), inbox: inboxIdSchema }),
  z.object({
    type: z.literal('error'),
    index: z.int(),
    code: problemCodeSchema,
    next: cursorSchema.optional(),
  }),
  z.object({ type: z.literal('ping') }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
