import type { Limits } from '@mayfly/shared/contract/server';
import { RelayError } from '../core/errors.ts';
import { answerJson } from './answer.ts';
import { type HttpDeps, maxWaitSeconds } from './deps.ts';
import type { Handlers } from './handlers.ts';

const minTtlMinutes = 10;

type HealthHandlers = Pick<Handlers, 'getDomains' | 'getLimits' | 'health' | 'ready'>;

/** `isClosing`: a balancer sends nothing more to a relay that says that it is not ready. */
export function healthHandlers(
  { settings, readiness }: HttpDeps,
  isClosing: () => boolean,
): HealthHandlers {
  const { limits, domains, version, oldestExtension, access } = settings;
  const constant: Omit<Limits, 'publicUrl'> = {
    access,
    version,
    oldestExtension,
    messageBytes: limits.messageBytes,
    inboxMessages: limits.inboxMessages,
    inboxBytes: limits.inboxBytes,
    ttlMinutes: {
      default: limits.ttlMinutes,
      min: minTtlMinutes,
      max: Math.min(limits.maxLifeMinutes, 43_200),
    },
    maxLifeMinutes: limits.maxLifeMinutes,
    waitSeconds: maxWaitSeconds,
    waitersPerInbox: limits.waitersPerInbox,
  };
  return {
    getDomains(_req, res) {
      answerJson(res, 200, { domains, default: domains[0] });
    },
    getLimits(req, res) {
      const publicUrl = settings.publicUrl ?? `http://${req.headers.host ?? ''}`;
      answerJson(res, 200, { ...constant, publicUrl } satisfies Limits);
    },
    health(_req, res) {
      answerJson(res, 200, { status: 'ok', version });
    },
    async ready(_req, res) {
      if (isClosing()) throw new RelayError('shutting-down', { checks: { running: 'failed' } });
      const { code, checks: others } = await readiness.report();
      const checks = { running: 'ok', ...others } as const;
      if (code !== null) throw new RelayError(code, { checks });
      answerJson(res, 200, { status: 'ready', checks });
    },
  };
}
