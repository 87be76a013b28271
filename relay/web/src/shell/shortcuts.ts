export type Command = 'new' | 'copy' | 'down' | 'up' | 'back' | 'remove' | 'handOver' | 'help';

export interface Shortcut {
  readonly command: Command;
  /** As `KeyboardEvent.key` has them. */
  readonly keys: readonly string[];
  /** As a person reads them. */
  readonly shown: readonly string[];
  /** The message that says what it does. */
  readonly says: string;
}

export const shortcuts: readonly Shortcut[] = [
  { command: 'new', keys: ['n'], shown: ['N'], says: 'web.keyNew' },
  { command: 'copy', keys: ['c'], shown: ['C'], says: 'web.keyCopy' },
  { command: 'handOver', keys: ['p'], shown: ['P'], says: 'web.keyHandOver' },
  { command: 'down', keys: ['ArrowDown', 'j'], shown: ['↓', 'J'], says: 'web.keyDown' },
  { command: 'up', keys: ['ArrowUp', 'k'], shown: ['↑', 'K'], says: 'web.keyUp' },
  { command: 'back', keys: ['Escape', 'u'], shown: ['Esc', 'U'], says: 'web.keyBack' },
  { command: 'remove', keys: ['#', 'Delete'], shown: ['#', 'Del'], says: 'web.keyRemove' },
  { command: 'help', keys: ['?'], shown: ['?'], says: 'web.keyHelp' },
];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>;

/** What a key press asks for; null while somebody types, or for keys that belong to the browser. */
export function commandOf(press: Press, isTyping: boolean): Command | null {
  if (isTyping || press.ctrlKey || press.altKey || press.metaKey) return null;
  const found = shortcuts.find(({ keys }) => keys.includes(press.key));
  if (found === undefined) return null;
  // A key that is held down moves through a list, and does nothing else again and again.
  return press.repeat && found.command !== 'down' && found.command !== 'up' ? null : found.command;
}
