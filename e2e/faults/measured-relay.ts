import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lenient, oneAddress } from '../fixtures/one-address.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';

export interface MeasuredRelay extends RelayProcess {
  /** Megabytes that the process holds, with all collected that can be. */
  restingMb(): Promise<number>;
  /** Megabytes that it held at most. */
  peakMb(): Promise<number>;
  /** Ids of the mails that came to the operator since it was asked last. */
  operatorIds(): Promise<readonly string[]>;
  /** Log lines of faults; those of mails and requests are not written. */
  faults(): string[];
}

/** For campaigns from one machine: nothing here is about how often one may come. */
const generous = {
  MAYFLY_INBOX_MESSAGES: '100000',
  MAYFLY_INBOX_BYTES: '10000000000',
  ...oneAddress,
  ...lenient,
  MAYFLY_LOG_LEVEL: 'error',
};

const toMb = (octets: number): number => Math.round(octets / 1_048_576);

function rssOf(memory: unknown): number {
  if (typeof memory === 'object' && memory !== null && 'rss' in memory) {
    if (typeof memory.rss === 'number') return memory.rss;
  }
  throw new Error('The relay did not tell its memory');
}

/** A relay in a process of its own whose memory can be looked at. */
export async function startMeasuredRelay(
  env: Readonly<Record<string, string>> = {},
): Promise<MeasuredRelay> {
  const entry = path.resolve(import.meta.dirname, 'measured-entry.ts');
  const relay = await startRelay({ ...generous, ...env }, { entry });
  return Object.assign(relay, {
    restingMb: async () => toMb(rssOf(await relay.ask('memory'))),
    async peakMb() {
      const status = await readFile(`/proc/${relay.pid ?? 'self'}/status`, 'utf8');
      return toMb(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024);
    },
    async operatorIds() {
      const ids = await relay.ask('operator');
      return Array.isArray(ids) ? ids.map(String) : [];
    },
    faults: () => relay.log.split('\n').filter((line) => line !== ''),
  });
}
