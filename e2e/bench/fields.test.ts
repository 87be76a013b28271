import path from 'node:path';
import { classifyField, explainField } from '@mayfly/extension/src/detection/classify-field';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFormLabels } from './fields/form-labels.ts';
import { readPages, type ReadPage } from './fields/read-pages.ts';
import { countsToFigures, noCounts, scoreField } from './fields/score-fields.ts';

const corpus = path.join(import.meta.dirname, '../../extension/test/forms');
const labels = readFormLabels(corpus);

describe('the form pages written for this project, in a real browser', () => {
  let pages: ReadPage[] = [];
  beforeAll(async () => {
    pages = await readPages(corpus, labels, 3);
  }, 120_000);

  it('are many enough, in enough languages', () => {
    expect(labels.length).toBeGreaterThanOrEqual(332);
    const languages = labels.map(({ file }) => path.basename(file).slice(0, 2));
    expect(new Set(languages).size).toBeGreaterThanOrEqual(30);
  });

  it('are judged as well as before, or better', () => {
    const counts = noCounts();
    for (const { label, fields } of pages)
      for (const { i, kind } of label.fields)
        scoreField(counts, kind, fields.find((field) => field.i === i)?.kind ?? 'none');
    const { newEmail, anyEmail, oneTimeCode } = countsToFigures(counts);
    expect(newEmail.f1).toBeGreaterThanOrEqual(0.93);
    expect(anyEmail.precision).toBeGreaterThanOrEqual(0.98);
    expect(anyEmail.recall).toBeGreaterThanOrEqual(0.94);
    expect(oneTimeCode.found).toBeGreaterThanOrEqual(78);
    expect(oneTimeCode.false).toBeLessThanOrEqual(5);
  });

  it('are judged alike in the browser and by the signals alone, with reasons', () => {
    for (const field of pages.flatMap(({ fields }) => fields)) {
      expect(classifyField(field.signals).kind).toBe(field.kind);
      if (field.kind !== 'none')
        expect(explainField(field.signals, field.kind)[0]).toMatch(/^[+-][\d.]+ \S/);
    }
  });
});
