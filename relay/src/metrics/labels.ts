import { problemCodes } from '@mayfly/shared/contract/problem';

/** Values that a label may have. Nothing that comes from outside is ever one of them. */
export type LabelValues = ReadonlySet<string>;

export const codeLabels: LabelValues = new Set(problemCodes);
export const stageLabels: LabelValues = new Set(['connect', 'command', 'mail', 'rcpt', 'data']);
export const notRenderedLabels: LabelValues = new Set([...problemCodes, 'sealed']);
export const broughtLabels: LabelValues = new Set([...problemCodes, 'stored', 'repeated']);
export const faultLabels: LabelValues = new Set([
  'certificate',
  'cleanup',
  'http',
  'imap',
  'live',
  'metrics',
  'publish',
  'recovery',
  'shortage',
  'smtp-data',
  'smtp-listener',
  'smtp-rcpt',
  'smtp-reply',
  'verdict',
]);

/** A value that is not known would make another series for each that comes. */
export const bounded = (values: LabelValues, value: string): string =>
  values.has(value) ? value : 'other';
