/** Tells V8 that all of a script will run: read at once, instead of once to be skipped and once more to be run. */
const hint = '//# allFunctionsCalledOnLoad\n';

interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  code: string;
}

/** The part of a Vite plugin that is used. */
interface OutputPlugin {
  readonly name: string;
  readonly enforce: 'post';
  generateBundle(
    options: unknown,
    bundle: Readonly<Record<string, Chunk | { readonly type: 'asset' }>>,
  ): void;
}

/** Puts the hint (V8's explicit compile hints) before the scripts that pages wait for. */
export function compileHint(fileNames: readonly string[]): OutputPlugin {
  return {
    name: 'mayfly:compile-hint',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && fileNames.includes(file.fileName))
          file.code = hint + file.code;
    },
  };
}
