import type { IncomingMessage } from 'node:http';
import express, { type Request, type Response } from 'express';
import type { z } from 'zod';
import { RelayError } from '../core/errors.ts';

const readJson = express.json({ limit: 64 * 1024, type: () => true, inflate: false });

type Issue = z.core.$ZodIssue;

/** In our words: those of the library may quote what was sent. */
function describeIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be of the type ${issue.expected}`;
    case 'too_big':
      return `must be at most ${String(issue.maximum)}`;
    case 'too_small':
      return `must be at least ${String(issue.minimum)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return 'is not known here';
    default:
      return 'does not have the right form';
  }
}

function toFields(issue: Issue): { path: string; message: string }[] {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [null];
  const message = describeIssue(issue);
  return keys.map((key) => ({
    path: [...issue.path.map(String), ...(key === null ? [] : [key])].join('.').slice(0, 200),
    message,
  }));
}

/** @throws RelayError `invalid-request` that names every field that does not fit. */
export function validate<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(toFields).slice(0, 20);
  throw new RelayError('invalid-request', { fields });
}

/** Parameters of a path that cannot be anything's name name nothing. */
export function validateParams<S extends z.ZodType>(schema: S, req: Request): z.output<S> {
  const parsed = schema.safeParse(req.params);
  if (!parsed.success) throw new RelayError('not-found');
  return parsed.data;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * A body is JSON, or what the route takes instead, or refused, so that no form of another site can send one, not even an
 * empty one.
 */
export function refuseOtherBodies(req: IncomingMessage, mediaType = 'application/json'): void {
  const type = req.headers['content-type'];
  const mayHaveBody = hasBody(req) || req.method === 'POST' || req.method === 'PATCH';
  const [name = ''] = (type ?? '').split(';', 1);
  const isGood = name.trim().toLowerCase() === mediaType;
  const other = type === undefined ? hasBody(req) : mayHaveBody && !isGood;
  if (other) throw new RelayError('unsupported-media-type');
}

/** Reads the body, now that it is known who asks. No body counts as `{}`. */
export async function readBody<S extends z.ZodType>(
  req: Request,
  res: Response,
  schema: S,
): Promise<z.output<S>> {
  await new Promise<void>((resolve, reject) => {
    readJson(req, res, (error: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('The body cannot be read'));
    });
  });
  const body: unknown = req.body;
  return validate(schema, body === undefined ? {} : body);
}
