import { parseMessage } from '@mayfly/relay/src/mail/parse-message';
import { analyzeMessage } from '@mayfly/shared/analysis/analyze-message';
import { hostileShapes } from '@mayfly/shared/analysis/test/hostile-shapes';
import { makeMail } from '../ingest/mails.ts';
import { percentile, round } from './figures.ts';

const rounds = 300;
const hostileCharacters = 2_000_000;

/** Milliseconds of the analysis alone, without the parse. */
export interface AnalysisTimes {
  /** The mail of 26 KB of HTML that the ingest benchmark sends. */
  readonly html26k: { readonly median: number; readonly p95: number };
  /** Mails of 2 MB that were made to be slow, each the better of two runs. */
  readonly hostile: { readonly shapes: number; readonly slowest: string; readonly max: number };
}

export async function timeAnalysis(): Promise<AnalysisTimes> {
  const { subject, text, html } = (await parseMessage(Buffer.from(makeMail('26k')))).content;
  const times: number[] = [];
  for (let time = 0; time < rounds; time += 1)
    times.push(timeOf(() => analyzeMessage({ subject, from: '', text, html })));
  const hostile = Object.entries(hostileShapes).map(([name, make]) => {
    const shape = make(hostileCharacters);
    const run = () => analyzeMessage({ subject: name, from: '', text: shape, html: shape });
    return { name, milliseconds: Math.min(timeOf(run), timeOf(run)) };
  });
  const slowest = hostile.reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a));
  return {
    html26k: { median: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) },
    hostile: {
      shapes: hostile.length,
      slowest: slowest.name,
      max: round(slowest.milliseconds),
    },
  };
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
