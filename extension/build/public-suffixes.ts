import { deflateRawSync } from 'node:zlib';
import {
  edgeChild,
  edgeLength,
  edgeStart,
  exceptionsRoot,
  labelText,
  nodeFlags,
  rulesRoot,
} from 'tldts/dist/es6/src/data/trie.js';

/** A label of the public suffix list and what stands before it in names. */
interface Node {
  isRule: boolean;
  readonly below: Map<string, Node>;
}

const empty = (): Node => ({ isRule: false, below: new Map() });

/** URLs carry host names in their ASCII form. */
const isAscii = (label: string) => /^[!-~]+$/.test(label);

function* rulesBelow(
  root: number,
  offsets: readonly number[],
  path: readonly string[] = [],
): Generator<string[]> {
  if (nodeFlags[root]) yield [...path];
  const end = edgeStart[root + 1] ?? 0;
  for (let edge = edgeStart[root] ?? 0; edge < end; edge += 1) {
    const from = offsets[edge] ?? 0;
    const label = labelText.slice(from, from + (edgeLength[edge] ?? 0));
    yield* rulesBelow(edgeChild[edge] ?? 0, offsets, [...path, label]);
  }
}

function insert(tree: Node, path: readonly string[]): void {
  let node = tree;
  for (const label of path) {
    const next = node.below.get(label) ?? empty();
    node.below.set(label, next);
    node = next;
  }
  node.isRule = true;
}

function write(node: Node): string {
  return [...node.below]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, child]) => {
      const below = child.below.size === 0 ? '' : `(${write(child)})`;
      return `${label}${child.isRule ? '' : '-'}${below}`;
    })
    .join(',');
}

/**
 * The public suffix list as text: each label with those before it in brackets, `-` after one that is no suffix itself,
 * `!` before an exception. Top-level names are left out where they say nothing: any top-level name is a suffix.
 */
export function suffixText(): string {
  const offsets: number[] = [];
  edgeLength.reduce((offset, length) => (offsets.push(offset), offset + length), 0);
  const tree = empty();
  for (const path of rulesBelow(rulesRoot, offsets)) {
    if (path.length > 1 && path.every(isAscii)) insert(tree, path);
  }
  for (const path of rulesBelow(exceptionsRoot, offsets)) {
    const last = path.at(-1) ?? '';
    insert(tree, [...path.slice(0, -1), `!${last}`]);
  }
  // Every top-level name is a suffix; a mark on some of them would only take room.
  for (const top of tree.below.values()) top.isRule = true;
  return write(tree);
}

/** What the extension carries: a fifth of the library's own form of the list. */
export const packSuffixes = (): Uint8Array => deflateRawSync(suffixText(), { level: 9 });
