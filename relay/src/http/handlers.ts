import { type RouteName, routes } from '@mayfly/shared/contract/routes';
import type { Request, Response } from 'express';

/** A handler reads as steps: authenticate, validate, call the core, answer. What it throws becomes a problem. */
export type Handler = (req: Request, res: Response) => Promise<void> | void;
export type Handlers = Readonly<Record<RouteName, Handler>>;

export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(routes, name);
}
