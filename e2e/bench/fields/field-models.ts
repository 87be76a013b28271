import { featuresOf } from '@mayfly/extension/src/detection/features';
import type { FieldSignals } from '@mayfly/extension/src/detection/field-signals';
import type { Models } from '@mayfly/extension/src/detection/weights';
import type { FieldLabel } from './form-labels.ts';
import { type Sample, trainModel } from './train-model.ts';

/** A field with what is known of it. */
export interface KnownField {
  readonly label: FieldLabel;
  /** Null for one that takes no text. */
  readonly signals: FieldSignals | null;
}

const aroundField = /^(?:form|heading|submit|buttons|links|text|fields|title|path): /;
const ofForm =
  /^(?:(?:no|one|two|new|current) password|(?:one|two|three|many) texts?|two emails|texts and|selects|one check box|check boxes|text area|in (?:the|a) )/;
const purposes =
  /: (?:signUp|logIn|subscribe|unsubscribe|forgot|order|repeat|userName|phone|hasAccount|noAccount|remember|password)$/;

/** What each question may be answered by: all else would only be learned by heart. */
const asked = {
  email: (feature: string) =>
    (!aroundField.test(feature) && !ofForm.test(feature)) ||
    /^(?:form|heading|submit): (?:logIn|signUp|subscribe|forgot)$/.test(feature),
  fresh: (feature: string) => !feature.includes(': ') || purposes.test(feature),
  code: (feature: string) =>
    aroundField.test(feature)
      ? /^(?:heading|submit|text|fields|title): (?:code|otherCode|phone|password|place|order)$/.test(
          feature,
        )
      : !ofForm.test(feature),
};

/** The address of somebody else, or of a form to write to a site: rather a new one than that of an account. */
const weightOfOther = 0.3;
/** There are few, and one that is missed leaves a person typing. */
const weightOfCode = 1.5;
const isEmail = (label: FieldLabel): boolean => label.endsWith('-email');

/** Fits the three models to fields that are known. */
export function trainModels(fields: readonly KnownField[]): Models {
  const known = fields.flatMap(({ label, signals }) =>
    signals === null ? [] : [{ label, features: featuresOf(signals) }],
  );
  const samples = (
    question: keyof typeof asked,
    isTrue: (label: FieldLabel) => boolean,
    weightOf: (label: FieldLabel) => number = () => 1,
  ): Sample[] =>
    known
      .filter(({ label }) => question !== 'fresh' || isEmail(label))
      .map(({ label, features }) => ({
        features: features.filter(asked[question]),
        isTrue: isTrue(label),
        weight: weightOf(label),
      }));
  return {
    email: trainModel(samples('email', isEmail), { ridge: 0.3, leastSeen: 3, leastWeight: 0.2 }),
    fresh: trainModel(
      samples(
        'fresh',
        (label) => label !== 'existing-email',
        (label) => (label === 'other-email' ? weightOfOther : 1),
      ),
      { ridge: 1, leastSeen: 3, leastWeight: 0.3 },
    ),
    code: trainModel(
      samples(
        'code',
        (label) => label === 'one-time-code',
        (label) => (label === 'one-time-code' ? weightOfCode : 1),
      ),
      { ridge: 0.1, leastSeen: 3, leastWeight: 0.2 },
    ),
  };
}
