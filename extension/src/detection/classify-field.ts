import { bitOf } from './concepts.ts';
import { featuresOf } from './features.ts';
import type { Classification, FieldKind, FieldSignals } from './field-signals.ts';
import { isTextType } from './text-types.ts';
import { type Model, type Models, WEIGHTS } from './weights.ts';

/** As many reasons tell enough. */
const mostReasons = 6;

/** What the features weigh together. */
function weigh(features: readonly string[], { bias, weights }: Model): number {
  let score = bias;
  for (const feature of features) score += weights[feature] ?? 0;
  return score;
}

/** The features that weigh most, in words. */
function reasonsOf(features: readonly string[], { weights }: Model): string[] {
  return features
    .map((feature) => ({ feature, weight: weights[feature] ?? 0 }))
    .filter(({ weight }) => weight !== 0)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, mostReasons)
    .map(({ feature, weight }) => `${weight > 0 ? '+' : ''}${weight} ${feature}`);
}

/** From a tally to a figure between 0 and 1, .5 at the threshold. */
const sure = (score: number): number => 1 / (1 + Math.exp(-score));

/**
 * What a field takes, by its signals alone. Whether it can be seen is not asked here: whoever offers to fill it does.
 * The address of somebody else counts as none.
 */
export function classifyField(field: FieldSignals, models = WEIGHTS): Classification {
  if (!isTextType(field.type)) return { kind: 'none', score: 1 };
  const features = featuresOf(field);
  const code = weigh(features, models.code);
  const email = weigh(features, models.email);
  if (code > 0 && code > email) return { kind: 'one-time-code', score: sure(code) };
  if (email <= 0) return { kind: 'none', score: sure(-email) };
  const fresh = weigh(features, models.fresh);
  const kind = fresh > 0 ? 'new-email' : 'existing-email';
  return { kind, score: sure(email) * sure(Math.abs(fresh)) };
}

/** Why a field was taken for what it was, the weightiest first: `+3.2 label: email`. */
export function explainField(
  field: FieldSignals,
  kind: FieldKind,
  { email, fresh, code }: Models = WEIGHTS,
): string[] {
  const features = featuresOf(field);
  if (kind === 'one-time-code') return reasonsOf(features, code);
  const reasons = reasonsOf(features, email);
  return kind === 'none' ? reasons : [...reasons, ...reasonsOf(features, fresh)];
}

/** Whether a field wants an address a second time. */
export function repeatsAddress({ names, label, placeholder, near }: FieldSignals): boolean {
  return ((names | label | placeholder | near) & bitOf('repeat')) !== 0;
}
