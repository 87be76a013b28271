import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseMessage } from '@mayfly/relay/src/mail/parse-message';
import { analyzeMessage } from '@mayfly/shared/analysis/analyze-message';
import { percentile, round } from './tools/figures.ts';
import { type KnownMail, leaveOneProductOut } from './tools/leave-one-out.ts';
import { type MailLabel, readLabels } from './tools/mail-labels.ts';
import { emptyFigures, type MailFigures, scoreMail } from './tools/score-mails.ts';
import { timeAnalysis } from './tools/time-analysis.ts';

const ownCorpus = path.join(import.meta.dirname, '../../shared/analysis/corpus');

interface Report {
  readonly all: MailFigures;
  readonly byKind: Map<string, MailFigures>;
  readonly byLanguage: Map<string, MailFigures>;
  readonly misses: string[];
  /** Milliseconds for the analysis alone, and with the parse before it. */
  readonly analysis: number[];
  readonly whole: number[];
}

interface Options {
  readonly corpus: string;
  readonly json: boolean;
  readonly leaveOneOut: boolean;
}

/** Scores the picks of the relay's own parse and analysis on a folder of mails with `labels.jsonl`. */
export async function run({ corpus, json, leaveOneOut }: Options): Promise<void> {
  if (leaveOneOut) return runLeavingOut(corpus, json);
  const report: Report = {
    all: emptyFigures(),
    byKind: new Map(),
    byLanguage: new Map(),
    misses: [],
    analysis: [],
    whole: [],
  };
  for (const label of readLabels(corpus)) await addMail(report, label, corpus);
  if (!json) printReport(report);
  const times = await timeAnalysis();
  process.stdout.write(`${JSON.stringify({ ...figuresOf(report), times })}\n`);
}

/** Scores each product by an analysis that its mails have taught nothing. */
async function runLeavingOut(corpus: string, json: boolean): Promise<void> {
  const mails = await readMails(corpus);
  const others = corpus === ownCorpus ? [] : await readMails(ownCorpus);
  const { figures, misses, products } = leaveOneProductOut(mails, others);
  if (!json) {
    console.table(products);
    console.log(misses.length === 0 ? 'No misses.' : `Misses\n${misses.join('\n')}`);
  }
  process.stdout.write(`${JSON.stringify({ ...figures, misses, products })}\n`);
}

async function readMails(corpus: string): Promise<KnownMail[]> {
  const mails: KnownMail[] = [];
  for (const label of readLabels(corpus)) {
    const { content } = await parseMessage(readFileSync(path.join(corpus, label.file)));
    const { subject, text, html } = content;
    mails.push({ label, input: { subject, from: '', text, html } });
  }
  return mails;
}

async function addMail(report: Report, label: MailLabel, corpus: string) {
  const raw = readFileSync(path.join(corpus, label.file));
  const started = performance.now();
  const { content } = await parseMessage(raw);
  const parsed = performance.now();
  const { subject, text, html } = content;
  analyzeMessage({ subject, from: '', text, html });
  report.whole.push(parsed - started);
  report.analysis.push(performance.now() - parsed);
  const faults = scoreMail(report.all, label, content);
  scoreMail(group(report.byKind, label.kind), label, content);
  scoreMail(group(report.byLanguage, label.lang), label, content);
  for (const fault of faults)
    report.misses.push(`${label.id} (${label.lang}, ${label.kind}): ${fault}`);
}

function group(groups: Map<string, MailFigures>, name: string): MailFigures {
  const figures = groups.get(name) ?? emptyFigures();
  groups.set(name, figures);
  return figures;
}

function printReport({ byKind, byLanguage, misses, whole }: Report) {
  console.log('By kind');
  console.table(rows(byKind));
  console.log('By language');
  console.table(rows(byLanguage));
  console.log(misses.length === 0 ? 'No misses.' : `Misses\n${misses.join('\n')}`);
  console.log(
    `With the parse: median ${round(percentile(whole, 0.5))} ms, p95 ${round(percentile(whole, 0.95))} ms`,
  );
}

function rows(groups: Map<string, MailFigures>) {
  const sorted = [...groups].sort(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(
    sorted.map(([name, { mails, link, code, negatives, others }]) => [
      name,
      {
        mails,
        links: `${link.right}/${link.right + link.wrong + link.missed}`,
        wrongLinks: link.wrong,
        codes: `${code.right}/${code.right + code.wrong + code.missed}`,
        wrongCodes: code.wrong,
        falseLinks: negatives.linkOffered + others.linkOfferedWithoutLink,
        falseCodes: negatives.codeOffered + others.codeOfferedWithoutCode,
      },
    ]),
  );
}

function figuresOf({ all, analysis }: Report) {
  const [median, p95, max] = [0.5, 0.95, 1].map((share) => round(percentile(analysis, share)));
  return { ...all, msPerMail: { median, p95, max } };
}

if (import.meta.main) {
  const { values } = parseArgs({
    allowPositionals: true,
    options: {
      corpus: { type: 'string', default: ownCorpus },
      json: { type: 'boolean', default: false },
      'leave-one-product-out': { type: 'boolean', default: false },
    },
  });
  await run({
    corpus: path.resolve(values.corpus),
    json: values.json,
    leaveOneOut: values['leave-one-product-out'],
  });
}
