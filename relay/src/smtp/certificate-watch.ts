import type { Clock, Events } from '../core/ports.ts';
import { type CertificatePem, type JudgedCertificate, judgeCertificate } from './certificate.ts';

export interface CertificateWatchDeps {
  /** Null: none is configured. */
  readonly files: { readonly cert: string; readonly key: string } | null;
  readonly readFile: (path: string) => Promise<string>;
  /** Our name, which a certificate should hold. */
  readonly hostname: string;
  readonly clock: Clock;
  readonly every: (milliseconds: number, run: () => void) => () => void;
  readonly events: Pick<Events, 'tlsOffered' | 'tlsNotOffered' | 'fault'>;
  /** Takes effect for the next handshake; null: TLS is not offered. */
  readonly offer: (pem: CertificatePem | null) => void;
}

export interface CertificateWatch {
  /** Looks at the files now. Resolves when what stands in them holds. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * So often the files are read. Looking at them, rather than being told of changes, works for every way in which editors
 * and ACME clients replace files and links, on every file system.
 */
export const certificateLookMs = 5000;

type Found = (JudgedCertificate & { readonly ok: true; readonly pem: CertificatePem }) | Missing;
type Missing = { readonly ok: false; readonly reason: string };

const stateOf = (found: Found): string =>
  found.ok ? JSON.stringify([found.pem, found.warnings]) : JSON.stringify(['none', found.reason]);

class Watch {
  readonly #deps: CertificateWatchDeps;
  #state = '';
  #isOffered = false;
  /** The unusable state that was seen last, while a usable certificate is offered still. */
  #suspected = '';

  constructor(deps: CertificateWatchDeps) {
    this.#deps = deps;
  }

  async look(): Promise<void> {
    const found = await this.#find();
    const state = stateOf(found);
    if (state === this.#state) this.#suspected = '';
    else if (found.ok || this.#isSure(found, state)) this.#change(found, state);
  }

  async #find(): Promise<Found> {
    const { files, readFile, hostname, clock } = this.#deps;
    if (files === null) return { ok: false, reason: 'not-configured' };
    const read = await Promise.all([files.cert, files.key].map(readFile)).catch(() => null);
    if (read === null) return { ok: false, reason: 'file-unreadable' };
    const [cert = '', key = ''] = read;
    const pem = { cert, key };
    const judged = judgeCertificate(pem, { hostname, now: clock() });
    return judged.ok ? { ...judged, pem } : judged;
  }

  /**
   * While certificate and key are replaced one after the other they do not fit. So what takes a good one away must be
   * seen twice, unless it is its end that came.
   */
  #isSure({ reason }: Missing, state: string): boolean {
    if (!this.#isOffered || reason === 'expired' || state === this.#suspected) return true;
    this.#suspected = state;
    return false;
  }

  #change(found: Found, state: string): void {
    const { offer, events } = this.#deps;
    this.#state = state;
    this.#suspected = '';
    this.#isOffered = found.ok;
    offer(found.ok ? found.pem : null);
    if (!found.ok) return events.tlsNotOffered({ reason: found.reason });
    const { warnings, expiresAt } = found;
    events.tlsOffered({ expiresAt: new Date(expiresAt).toISOString(), warnings });
  }
}

/** Offers TLS while the files hold a usable certificate, and tells each change once. Resolves after the first look. */
export async function watchCertificate(deps: CertificateWatchDeps): Promise<CertificateWatch> {
  const watch = new Watch(deps);
  let looking: Promise<void> | null = null;
  // One look at a time: a slow disk must not bring answers out of order.
  const look = async () => {
    looking ??= watch.look().finally(() => (looking = null));
    await looking;
  };
  await look();
  const lookAgain = () =>
    void look().catch((error: unknown) => deps.events.fault({ where: 'certificate', error }));
  const stop = deps.files === null ? () => undefined : deps.every(certificateLookMs, lookAgain);
  return {
    look,
    async stop() {
      stop();
      await looking?.catch(() => undefined);
    },
  };
}
