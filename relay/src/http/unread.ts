import type { Response } from 'express';

/** Of all answers together that their readers have not taken yet; each lies in memory until then. */
const unreadBytes = 268_435_456;
/** Smaller ones are not worth following. */
const smallBytes = 65_536;

/** Answers that are on their way. */
export interface Unread {
  /** To be called with an answer that was given to the connection, and its size. */
  follow(res: Response, bytes: number): void;
}

/**
 * Bounds what readers who do not read can make the relay keep: when it is too much in all, the answers that have been on
 * their way longest are broken off. Without somebody who asks for much and reads nothing that never comes to be.
 */
export function createUnread(most: number = unreadBytes): Unread {
  /** In the order in which they were given. */
  const held = new Map<Response, number>();
  let total = 0;
  const forget = (res: Response) => {
    total -= held.get(res) ?? 0;
    held.delete(res);
  };
  return {
    follow(res, bytes) {
      if (bytes < smallBytes || res.closed || res.writableFinished) return;
      held.set(res, bytes);
      total += bytes;
      res.once('close', () => forget(res));
      for (const oldest of held.keys()) {
        if (total <= most || oldest === res) return;
        forget(oldest);
        oldest.destroy();
      }
    },
  };
}
