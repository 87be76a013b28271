import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { classifyField, explainField } from '@mayfly/extension/src/detection/classify-field';
import { type Models, WEIGHTS } from '@mayfly/extension/src/detection/weights';
import { extensionFolders } from '../fixtures/browser.ts';
import { type KnownField, trainModels } from './fields/field-models.ts';
import { readFormLabels, siteOf } from './fields/form-labels.ts';
import { readPages, type ReadPage } from './fields/read-pages.ts';
import { countsToFigures, noCounts, scoreField } from './fields/score-fields.ts';
import { percentile, round } from './tools/figures.ts';

const ownCorpus = path.join(import.meta.dirname, '../../extension/test/forms');
const weightsFile = path.join(
  import.meta.dirname,
  '../../extension/src/detection/weights-data.json',
);

const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string', default: ownCorpus },
    json: { type: 'boolean', default: false },
    'leave-one-site-out': { type: 'boolean', default: false },
    train: { type: 'boolean', default: false },
  },
});

const read = async (corpus: string) => await readPages(corpus, readFormLabels(corpus));

/** The fields of a page that are labelled. */
function knownFields({ label, fields }: ReadPage): (KnownField & { readonly html: string })[] {
  return label.fields.map(({ i, kind }) => {
    const found = fields.find((field) => field.i === i);
    return { label: kind, signals: found?.signals ?? null, html: found?.html ?? '' };
  });
}

/** Of fields that take no text, which the detection passes over. */
const untaken = ['not a field for text'];

interface Score {
  readonly counts: ReturnType<typeof noCounts>;
  readonly misses: string[];
}

function scorePage({ counts, misses }: Score, page: ReadPage, models: Models): void {
  for (const { label, signals, html } of knownFields(page)) {
    const kind = signals === null ? 'none' : classifyField(signals, models).kind;
    if (!scoreField(counts, label, kind)) continue;
    const reasons = signals === null ? untaken : explainField(signals, kind, models);
    misses.push(
      `${page.label.file}: ${label}, taken for ${kind}\n  ${html}\n  ${reasons.join('; ')}`,
    );
  }
}

/** Scores the pages of each site by models that were trained on all others. */
function leaveSitesOut(
  pages: readonly ReadPage[],
  others: readonly ReadPage[],
  score: Score,
): void {
  for (const [site, own] of Map.groupBy(pages, ({ label }) => siteOf(label))) {
    const rest = pages.filter(({ label }) => siteOf(label) !== site);
    const models = trainModels([...rest, ...others].flatMap(knownFields));
    for (const page of own) scorePage(score, page, models);
  }
}

/** The script that every page gets, once the person has allowed it. */
async function contentScript() {
  const file = path.join(extensionFolders.chromium, 'page.js');
  const code = await readFile(file).catch(() => null);
  if (code === null) return { bytes: null, gzipBytes: null };
  return { bytes: code.length, gzipBytes: gzipSync(code, { level: 9 }).length };
}

const corpus = path.resolve(options.corpus);
const pages = await read(corpus);
const needsOwn = corpus !== ownCorpus && (options.train || options['leave-one-site-out']);
const own = needsOwn ? await read(ownCorpus) : [];
if (options.train) {
  const models = trainModels([...pages, ...own].flatMap(knownFields));
  writeFileSync(weightsFile, `${JSON.stringify(models, null, 2)}\n`);
  console.error(`Wrote ${path.relative(process.cwd(), weightsFile)}: run again to score it`);
} else {
  const score: Score = { counts: noCounts(), misses: [] };
  if (options['leave-one-site-out']) leaveSitesOut(pages, own, score);
  else for (const page of pages) scorePage(score, page, WEIGHTS);
  const times = pages.map(({ ms }) => ms);
  const result = {
    pages: pages.length,
    ...countsToFigures(score.counts),
    msPerPage: { median: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) },
    contentScript: await contentScript(),
  };
  if (!options.json) {
    console.log(score.misses.length === 0 ? 'No misses.' : `Misses\n${score.misses.join('\n')}`);
    console.table({ newEmail: result.newEmail, anyEmail: result.anyEmail });
  }
  console.log(JSON.stringify(result));
}
