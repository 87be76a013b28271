/** The part of a Vite plugin that is used. */
interface TransformPlugin {
  readonly name: string;
  transform(code: string, id: string): { code: string; map: null } | null;
}

/** Parts of zod that the extension never calls: they make JSON Schema, and code from text. */
const unused = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema|doc)\.js$/;
const messages = /\/zod\/v4\/locales\/en\.js$/;
const util = /\/zod\/v4\/core\/util\.js$/;
const config = /\/zod\/v4\/core\/core\.js$/;
const following = 'core.config({ memoizer: core.memoizer() });';

const schemas = /\/zod\/v4\/classic\/schemas\.js$/;
/** The formats that any string can be asked for, such as `z.string().email()`; each brings its pattern along. */
const formats = /(\("ZodString", \(inst, def\) => \{[^}]*\}), \{[\s\S]*?\n\}\);/;

const exported = /^export (?:class|const|function) (\w+)|^export \{ \w+ as (\w+) \}/gm;

/** The same exports, none of which may be called. */
function emptied(code: string): string {
  const names = [...code.matchAll(exported)].map(([, plain, renamed]) => plain ?? renamed);
  const lines = names.map((name) => `export const ${name} = absent;`);
  return [`const absent = () => { throw new Error('Left out of this build'); };`, ...lines].join(
    '\n',
  );
}

/** @throws when zod has changed, so that nobody ships what they believe to be left out */
function withoutFormats(code: string): string {
  if (!formats.test(code)) throw new Error('zod writes its formats of strings in another way now');
  return code.replace(formats, '$1);');
}

/**
 * Takes out of zod what an extension cannot use or does not: making JSON Schema (the relay does), sentences for people
 * (every text is ours), formats of strings with their patterns, following values that contain themselves (none of our
 * schemas does; zod's small edition goes without it, too), and compiling schemas with `new Function`, which the content
 * security policy forbids anyway and reports at each try. More than a third of zod.
 */
export function slimZod(): TransformPlugin {
  return {
    name: 'mayfly:slim-zod',
    transform(code, id) {
      const path = id.replace(/\?.*$/, '').replaceAll('\\', '/');
      if (unused.test(path)) return { code: emptied(code), map: null };
      if (messages.test(path)) return { code: 'export default () => ({});', map: null };
      if (schemas.test(path))
        return { code: withoutFormats(code).replace(following, 'return;'), map: null };
      // The probe itself counts as `eval` for those who review extensions.
      if (util.test(path)) return { code: code.replace('new F("");', 'throw F;'), map: null };
      if (config.test(path)) return { code: `${code}\nglobalConfig.jitless = true;\n`, map: null };
      return null;
    },
  };
}
