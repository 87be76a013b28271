import { harmless } from './harmless.ts';

export type Level = 'pass' | 'warn' | 'fail';

/** One line of what `doctor` says. */
export interface Finding {
  /** For who reads it by program. */
  readonly id: string;
  readonly level: Level;
  /** What was looked at, in a few words. */
  readonly about: string;
  /** How it is. */
  readonly found: string;
  /** Records to publish or commands to run; empty when all is well. */
  readonly mend: readonly string[];
}

/** What a look at one thing came to. */
export type Judged = Pick<Finding, 'level' | 'found' | 'mend'>;

export const pass = (found: string): Judged => ({ level: 'pass', found, mend: [] });
export const warn = (found: string, ...mend: readonly string[]): Judged => ({
  level: 'warn',
  found,
  mend,
});
export const fail = (found: string, ...mend: readonly string[]): Judged => ({
  level: 'fail',
  found,
  mend,
});

/** Findings that belong together, under a title. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

const gravity: Readonly<Record<Level, number>> = { pass: 0, warn: 1, fail: 2 };

/** Of the same look at several places, the one that matters most; the first of equals. */
export function worst(all: readonly Judged[]): Judged | null {
  return all.reduce<Judged | null>(
    (found, each) => (found === null || gravity[each.level] > gravity[found.level] ? each : found),
    null,
  );
}

const colours: Readonly<Record<Level, string>> = { pass: '32', warn: '33', fail: '31;1' };

function findingLines(finding: Finding, width: number, inColours: boolean): string[] {
  const { level, about, found, mend } = finding;
  const shown = inColours ? `\u001b[${colours[level]}m${level}\u001b[0m` : level;
  const below = ' '.repeat(2 + level.length + 2 + width + 2);
  return [
    `  ${shown}  ${about.padEnd(width)}  ${harmless(found)}`,
    ...mend.map((line, at) => `${below}${at === 0 ? '→ ' : '  '}${harmless(line)}`),
  ];
}

export function tally(sections: readonly Section[]): Readonly<Record<Level, number>> {
  const all = sections.flatMap(({ findings }) => findings);
  const of = (level: Level) => all.filter((each) => each.level === level).length;
  return { pass: of('pass'), warn: of('warn'), fail: of('fail') };
}

function summary({ pass: passed, warn: warnings, fail: failed }: ReturnType<typeof tally>): string {
  const counts = `${passed} passed, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, ${failed} failed.`;
  if (failed > 0)
    return `${counts} Mend what failed and run this again; a changed record may take an hour to be seen.`;
  return warnings > 0
    ? `${counts} Nothing keeps mail away; see to the warnings when you can.`
    : `${counts} All is well.`;
}

/** What a person reads. */
export function report(sections: readonly Section[], inColours: boolean): readonly string[] {
  const all = sections.flatMap(({ findings }) => findings);
  const width = Math.max(0, ...all.map(({ about }) => about.length));
  const bold = (text: string) => (inColours ? `\u001b[1m${text}\u001b[0m` : text);
  return [
    ...sections.flatMap(({ title, findings }) =>
      findings.length === 0
        ? []
        : [bold(title), ...findings.flatMap((each) => findingLines(each, width, inColours)), ''],
    ),
    summary(tally(sections)),
  ];
}
