import { createInboxSchema } from '@mayfly/shared/contract/inbox';
import type { Limits } from '@mayfly/shared/contract/server';

const offered = [60, 8 * 60, 24 * 60, 7 * 24 * 60];

/** How long an address may be wished to live: what the relay gives by itself first, and nothing that it would refuse. */
export function lifetimes(
  limits: Pick<Limits, 'ttlMinutes' | 'maxLifeMinutes'> | undefined,
): number[] {
  if (limits === undefined) return offered.slice(0, 1);
  const { ttlMinutes, maxLifeMinutes } = limits;
  const most = Math.min(ttlMinutes.max, maxLifeMinutes);
  const others = offered.filter((minutes) => minutes >= ttlMinutes.min && minutes <= most);
  return [...new Set([ttlMinutes.default, ...others])];
}

/** Whether the relay takes it as a chosen name. */
export const isName = (name: string): boolean =>
  createInboxSchema.shape.localPart.safeParse(name).success;
