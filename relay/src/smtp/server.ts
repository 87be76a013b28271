import type { Envelope, Events, InboxRecord } from '../core/ports.ts';
import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageId } from '@mayfly/shared/contract/message';
import type { Outcome } from '../core/errors.ts';

export interface SmtpServerDeps {
  /** Our name in banner, EHLO and trace headers. */
  readonly hostname: string;
  readonly recipients: {
    admit(
      path: string,
      transaction: { readonly announcedBytes: number; readonly chosen: InboxId | null },
    ): Promise<Outcome<{ inbox: InboxRecord }>>;
  };
  readonly delivery: {
    deliver(envelope: Envelope, raw: Uint8Array): Promise<Outcome<{ messageId: MessageId }>>;
  };
  readonly events: Pick<Events, 'mailRefused' | 'fault'>;
  readonly limits: {
    readonly messageBytes: number;
    readonly connections: number;
    readonly sessionSeconds: number;
    /** Octets of mails in all sessions that are being received; default 256 MB. */
    readonly bufferedBytes?: number;
  };
}

export interface SmtpServer {
  /** Resolves when it listens, with the port that was taken. */
  listen(port: number, host: string): Promise<{ readonly host: string; readonly port: number }>;
  readonly address: { readonly host: string; readonly port: number } | null;
  /**
   * Takes no new session, ends idle ones with 421 and lets those in DATA finish and be acknowledged, for at most
   * `graceMs`; then they are cut.
   */
  close(options: { readonly graceMs: number }): Promise<void>;
}

export declare function createSmtpServer(deps: SmtpServerDeps): SmtpServer;
