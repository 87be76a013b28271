import type { Model } from '@mayfly/extension/src/detection/weights';
import { round } from '../tools/figures.ts';

/** One field: the names of what is true of it, and the answer. */
export interface Sample {
  readonly features: readonly string[];
  readonly isTrue: boolean;
  /** How much it counts. */
  readonly weight: number;
}

export interface Fit {
  /** Strength of the pull towards zero, per weight. */
  readonly ridge: number;
  /** Features of fewer samples are left out. */
  readonly leastSeen: number;
  /** What weighs less is left out. */
  readonly leastWeight: number;
}

const rounds = 500;
const rate = 0.08;
const [decay, decaySquare, tiny] = [0.9, 0.99, 1e-8];

interface Coded {
  readonly on: Int32Array;
  readonly target: number;
  readonly weight: number;
}

/** Numbers for the features that are seen often enough; the bias comes first and is on in every sample. */
function numbersOf(samples: readonly Sample[], leastSeen: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { features } of samples)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const kept = [...seen].filter(([, times]) => times >= leastSeen).map(([name]) => name);
  return new Map(kept.toSorted().map((name, at) => [name, at + 1]));
}

/** The gradient of the logistic loss, in place. */
function addGradient(samples: readonly Coded[], weights: Float64Array, gradient: Float64Array) {
  for (const { on, target, weight } of samples) {
    let sum = 0;
    for (const at of on) sum += weights[at] ?? 0;
    const error = (1 / (1 + Math.exp(-sum)) - target) * weight;
    for (const at of on) gradient[at] = (gradient[at] ?? 0) + error;
  }
}

/**
 * Logistic regression with a ridge penalty, by gradient descent with Adam's steps (Kingma and Ba, 2015). The same samples
 * give the same model.
 */
export function trainModel(
  samples: readonly Sample[],
  { ridge, leastSeen, leastWeight }: Fit,
): Model {
  const numbers = numbersOf(samples, leastSeen);
  const coded = samples.map(({ features, isTrue, weight }) => ({
    on: Int32Array.from([0, ...features.flatMap((feature) => numbers.get(feature) ?? [])]),
    target: isTrue ? 1 : 0,
    weight,
  }));
  const size = numbers.size + 1;
  const [weights, mean, square] = [0, 0, 0].map(() => new Float64Array(size));
  if (!weights || !mean || !square) throw new Error('unreachable');
  for (let step = 1; step <= rounds; step += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight));
    addGradient(coded, weights, gradient);
    const stepRate = rate * (1 - step / (rounds + 1));
    for (let at = 0; at < size; at += 1) {
      const slope = gradient[at] ?? 0;
      mean[at] = decay * (mean[at] ?? 0) + (1 - decay) * slope;
      square[at] = decaySquare * (square[at] ?? 0) + (1 - decaySquare) * slope * slope;
      const [first, second] = [
        (mean[at] ?? 0) / (1 - decay ** step),
        (square[at] ?? 0) / (1 - decaySquare ** step),
      ];
      weights[at] = (weights[at] ?? 0) - (stepRate * first) / (Math.sqrt(second) + tiny);
    }
  }
  return toModel(numbers, weights, leastWeight);
}

/** One digit behind the point tells enough, and what weighs next to nothing is left out. */
function toModel(
  numbers: ReadonlyMap<string, number>,
  weights: Float64Array,
  leastWeight: number,
): Model {
  const kept = [...numbers]
    .map(([name, at]) => [name, round(weights[at] ?? 0, 1)] as const)
    .filter(([, weight]) => Math.abs(weight) >= leastWeight);
  return { bias: round(weights[0] ?? 0, 1), weights: Object.fromEntries(kept) };
}
