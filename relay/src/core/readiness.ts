import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { RelayError } from './errors.ts';

/** One thing without which no mail can be received and read. */
export interface Probe {
  readonly name: string;
  /**
   * What a request is told that needs it: when it is false, fails without a code of its own, or has no answer in time.
   * Null: it is told among the checks, but the relay is ready all the same.
   */
  readonly code: ProblemCode | null;
  /** True, or resolved to anything but false: it is well. */
  readonly ask: () => boolean | Promise<boolean | void>;
}

export interface ReadinessDeps {
  /** The first one that fails says with which code the relay is not ready. */
  readonly probes: readonly Probe[];
  /** Whoever asks is answered by then, whatever hangs. */
  readonly withinMs: number;
  /** Calls back after that many milliseconds, unless cancelled. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
}

export interface ReadinessReport {
  /** Null: ready. */
  readonly code: ProblemCode | null;
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

export interface Readiness {
  /** Asks everything anew, but nothing that has not answered yet a second time. */
  report(): Promise<ReadinessReport>;
}

/** Null: it is well. `code` of null: it is not, but that does not matter for who asks. */
type Finding = { readonly code: ProblemCode | null } | null;

async function judge({ code, ask }: Probe): Promise<Finding> {
  try {
    return (await ask()) === false ? { code } : null;
  } catch (error) {
    return { code: error instanceof RelayError && code !== null ? error.code : code };
  }
}

export function createReadiness({ probes, withinMs, schedule }: ReadinessDeps): Readiness {
  const asked = new Map<Probe, Promise<Finding>>();

  function join(probe: Probe): Promise<Finding> {
    const known = asked.get(probe);
    if (known !== undefined) return known;
    const answer = judge(probe).finally(() => asked.delete(probe));
    asked.set(probe, answer);
    return answer;
  }

  function answerInTime(probe: Probe): Promise<Finding> {
    return new Promise((resolve) => {
      const cancel = schedule(withinMs, () => resolve({ code: probe.code }));
      void join(probe).then((finding) => {
        cancel();
        resolve(finding);
      });
    });
  }

  return {
    async report() {
      const findings = await Promise.all(probes.map(answerInTime));
      const checks = probes.map(
        ({ name }, i) => [name, findings[i] === null ? 'ok' : 'failed'] as const,
      );
      const codes = findings.map((finding) => finding?.code ?? null);
      return {
        code: codes.find((code) => code !== null) ?? null,
        checks: Object.fromEntries(checks),
      };
    },
  };
}
