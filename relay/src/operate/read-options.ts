/** What may stand behind a command: options with a value, which may come again, and options without one. */
export interface OptionKinds {
  readonly valued: readonly string[];
  readonly plain: readonly string[];
}

export interface ReadOptions {
  /** The words that belong to no option. */
  readonly words: readonly string[];
  readonly plain: ReadonlySet<string>;
  all(name: string): readonly string[];
  /** The last one counts, as it does in a shell. */
  last(name: string): string | undefined;
  readonly faults: readonly string[];
}

/** Reads `--name value`, `--name=value` and `--name`. */
export function readOptions(given: readonly string[], kinds: OptionKinds): ReadOptions {
  const words: string[] = [];
  const faults: string[] = [];
  const plain = new Set<string>();
  const valued = new Map<string, string[]>();
  const left = [...given];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (!word.startsWith('-')) words.push(word);
    else if (kinds.plain.includes(name) && inline === undefined) plain.add(name);
    else if (kinds.valued.includes(name)) {
      const value = inline ?? left.shift() ?? '';
      if (value === '' || value.startsWith('--')) faults.push(`--${name} needs a value.`);
      else valued.set(name, [...(valued.get(name) ?? []), value]);
    } else faults.push(`${word} is no option of this command.`);
  }
  const all = (name: string) => valued.get(name) ?? [];
  return { words, plain, all, last: (name) => all(name).at(-1), faults };
}
