import type { MessageParser } from '../core/ports.ts';

export interface AnalysisPoolOptions {
  readonly threads: number;
  /** After this long a mail is answered `overloaded`; what comes later goes to `late`. */
  readonly deadlineMs?: number;
  /** After this long on one mail a thread is ended. */
  readonly killMs?: number;
  /** Mails waiting or being parsed; more are answered `overloaded` at once. */
  readonly maxQueued?: number;
}

export declare function createAnalysisPool(options: AnalysisPoolOptions): MessageParser;
