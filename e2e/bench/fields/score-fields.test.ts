import { describe, expect, it } from 'vitest';
import { countsToFigures, noCounts, scoreField } from './score-fields.ts';

describe('scoring fields by the rules of a corpus', () => {
  it('counts right, wrong and missed offers', () => {
    const counts = noCounts();
    const faults = [
      scoreField(counts, 'new-email', 'new-email'),
      scoreField(counts, 'new-email', 'none'),
      scoreField(counts, 'existing-email', 'new-email'),
      scoreField(counts, 'other', 'new-email'),
      scoreField(counts, 'one-time-code', 'one-time-code'),
      scoreField(counts, 'other', 'one-time-code'),
      scoreField(counts, 'password', 'none'),
    ];
    expect(faults).toEqual([false, true, true, true, false, true, false]);
    expect(countsToFigures(counts)).toEqual({
      newEmail: { precision: 0.3333, recall: 0.5, f1: 0.4 },
      anyEmail: { precision: 0.6667, recall: 0.6667 },
      oneTimeCode: { found: 1, missed: 0, false: 1 },
    });
  });

  it('lets an offer on an address of somebody else count neither for nor against a new one', () => {
    const counts = noCounts();
    scoreField(counts, 'other-email', 'new-email');
    scoreField(counts, 'new-email', 'new-email');
    expect(countsToFigures(counts)).toMatchObject({
      newEmail: { precision: 1, recall: 1 },
      anyEmail: { precision: 1, recall: 1 },
    });
  });
});
