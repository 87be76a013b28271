import { onMounted, onUnmounted } from 'vue';
import { type Command, commandOf } from './shortcuts.ts';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, dialog') !== null;
}

/** The lists through which the arrows go, the one with the cursor first. */
function rowsAround(focused: Element | null): HTMLElement[] {
  const list =
    focused?.closest('[data-rows]') ??
    [...document.querySelectorAll<HTMLElement>('[data-rows]')].find(
      (one) => one.offsetParent !== null && one.querySelector('li') !== null,
    );
  return [...(list?.querySelectorAll<HTMLElement>('li > button') ?? [])];
}

/** Puts the cursor on the next row or the one before; true when there was one. */
export function moveInList(step: 1 | -1): boolean {
  const focused = document.activeElement;
  const rows = rowsAround(focused);
  const at = rows.findIndex((row) => row === focused || row.parentElement?.contains(focused));
  const next = at < 0 ? rows[0] : rows[at + step];
  next?.focus();
  return next !== undefined;
}

/** Hears the keys of the page; `on` says whether it did something. */
export function useKeys(on: (command: Command) => boolean): void {
  const hear = (event: KeyboardEvent) => {
    const command = commandOf(event, isTyping(event.target));
    if (command !== null && on(command)) event.preventDefault();
  };
  onMounted(() => addEventListener('keydown', hear));
  onUnmounted(() => removeEventListener('keydown', hear));
}
