import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { createClientTags } from '../src/core/client-tag.ts';
import type { Keys } from '../src/core/keys.ts';
import { LocalCounter } from '../src/core/local-counter.ts';
import { createPenaltyBox, type PenaltyLimits } from '../src/core/penalty-box.ts';
import type { Clock } from '../src/core/ports.ts';
import type { SmtpClientLimits } from '../src/smtp/client-allowance.ts';
import type { SessionLimitsDeps } from '../src/smtp/session-limits.ts';
import { createTimers } from './http-services.ts';

/** Generous, so that a test meets a limit only where it asks for it. */
const ample: SmtpClientLimits & PenaltyLimits = {
  smtpConnectionsPerClient: 10_000,
  smtpConnectionsPerMinute: 1_000_000,
  smtpCommandsPerSession: 1_000_000,
  smtpCommandsPerMinute: 10_000_000,
  smtpRecipientsPerMinute: 1_000_000,
  smtpErrorsPerSession: 20,
  smtpErrorsPerMinute: 1_000_000,
  smtpBytesPerMinute: 1_000_000_000,
  smtpFirstCommandSeconds: 3600,
  smtpSlowBytesPerSecond: 0,
  smtpSlowSeconds: 60,
  smtpTarpitSeconds: 0.01,
  smtpBadSessionsPerTenMinutes: 1_000_000,
  smtpUnknownPerTenMinutes: 1_000_000,
  refusedRequestsPerTenMinutes: 1_000_000,
  wrongTokensPerMinute: 1_000_000,
  penaltySeconds: 600,
};

export interface MailClientsOptions {
  readonly clientLimits?: Partial<SmtpClientLimits & PenaltyLimits>;
  /** What holds answers back; by default the real time does. */
  readonly tarpit?: SessionLimitsDeps['schedule'];
  readonly shortage?: () => ProblemCode | null;
}

const realSchedule: SessionLimitsDeps['schedule'] = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** What SMTP holds its clients to; `look` is what it does every second. */
export function createMailClients(options: MailClientsOptions, keys: Keys, clock: Clock) {
  const limits = { ...ample, ...options.clientLimits };
  const timers = createTimers();
  const clients: Omit<SessionLimitsDeps, 'events'> = {
    limits,
    penalties: createPenaltyBox({ counter: new LocalCounter(clock), clock, limits }),
    tagClient: createClientTags(keys),
    clock,
    every: timers.every,
    schedule: options.tarpit ?? realSchedule,
    shortage: options.shortage ?? (() => null),
  };
  return { clients, look: () => timers.run() };
}
