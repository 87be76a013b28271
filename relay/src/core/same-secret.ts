import { hash, timingSafeEqual } from 'node:crypto';

/** Whether both are the same, found out in a time that tells nothing of either. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(given), digest(expected));
}
