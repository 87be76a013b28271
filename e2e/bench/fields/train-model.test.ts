import { describe, expect, it } from 'vitest';
import { type Sample, trainModel } from './train-model.ts';

const sample = (isTrue: boolean, ...features: string[]): Sample => ({
  features,
  isTrue,
  weight: 1,
});
const fit = { ridge: 0.1, leastSeen: 2, leastWeight: 0.2 };

describe('trainModel', () => {
  const samples = [
    ...Array.from({ length: 20 }, () => sample(true, 'for', 'common')),
    ...Array.from({ length: 20 }, () => sample(false, 'against', 'common')),
    sample(true, 'for', 'seen once'),
  ];

  it('weighs what speaks for and against, and leaves out what was seen too seldom', () => {
    const { weights } = trainModel(samples, fit);
    expect(weights['for']).toBeGreaterThan(1);
    expect(weights['against']).toBeLessThan(-1);
    expect(weights['seen once']).toBeUndefined();
  });

  it('learns the same from the same', () => {
    expect(trainModel(samples, fit)).toEqual(trainModel(samples, fit));
  });
});
