/** The part of a Vite plugin that is used. */
interface TransformPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  transform(code: string, id: string): string | undefined;
}

/** Takes out what only people need: ends of lines, and spaces around the signs of CSS. */
const squeeze = (css: string): string =>
  css
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/\s*([{};,])\s*/g, '$1')
    .replaceAll(': ', ':');

/** Squeezes the styles that stand as text in scripts for pages, in files called `…-style.ts`. */
export function squeezeStyles(): TransformPlugin {
  return {
    name: 'mayfly:squeeze-styles',
    enforce: 'pre',
    transform(code, id) {
      return id.endsWith('-style.ts') ? code.replaceAll(/`[^`]*`/g, squeeze) : undefined;
    },
  };
}
