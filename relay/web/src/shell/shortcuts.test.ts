import { describe, expect, it } from 'vitest';
import { commandOf } from './shortcuts.ts';

const press = (key: string, over = {}) => ({
  ...{ key, ctrlKey: false, altKey: false, metaKey: false, repeat: false },
  ...over,
});

describe('commandOf', () => {
  it('knows a key by what it types', () => expect(commandOf(press('?'), false)).toBe('help'));

  it('leaves keys to who is typing', () => expect(commandOf(press('n'), true)).toBeNull());

  it.each(['ctrlKey', 'altKey', 'metaKey'])('leaves keys with %s to the browser', (modifier) => {
    expect(commandOf(press('c', { [modifier]: true }), false)).toBeNull();
  });

  it('makes no address after the other while a key is held', () => {
    expect(commandOf(press('n', { repeat: true }), false)).toBeNull();
    expect(commandOf(press('ArrowDown', { repeat: true }), false)).toBe('down');
  });
});
