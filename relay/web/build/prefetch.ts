import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/** What the scripts of these names load statically, themselves included. */
function filesOf(names: ReadonlySet<string>, bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>();
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    chunks.find(({ fileName }) => fileName === file)?.imports.forEach(add);
  };
  for (const { name, fileName } of chunks) if (names.has(name)) add(fileName);
  return files;
}

/**
 * Has the browser fetch these scripts once the page is there and it has nothing else to do, so that the first click need
 * not wait for the network. They run when they are asked for.
 */
export function prefetchPlugin(names: readonly string[]): Plugin {
  return {
    name: 'mayfly:prefetch',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = [...filesOf(new Set(names), bundle)].filter((file) => !html.includes(file));
        return files.map((file): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'prefetch', as: 'script', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
