import { type Field, type Settled, writeValue } from './write-value.ts';

/** How long after a fill a page is expected to still put another field in its place, or to empty it. */
const guardMs = 2000;
/** A page that throws a value out again and again does not want it. */
const mostWrites = 3;
const ofPerson = ['input', 'keydown', 'pointerdown', 'submit'];

const sameKind = (a: Element, b: Element): boolean =>
  a.localName === b.localName &&
  ['type', 'name', 'placeholder', 'autocomplete', 'maxlength', 'aria-label'].every(
    (name) => a.getAttribute(name) === b.getAttribute(name),
  );

export type Find = () => Field | null;

/**
 * Finds a field again after the page has drawn its form anew: by what it is and its place among its like. Ids are often
 * made up for each drawing.
 */
export function finderOf(field: Field): Find {
  const root = field.getRootNode();
  const alike = () =>
    root instanceof Document || root instanceof ShadowRoot
      ? [...root.querySelectorAll<Field>(field.localName)].filter((one) => sameKind(one, field))
      : [];
  const at = alike().indexOf(field);
  return () => (field.isConnected ? field : (alike()[at] ?? null));
}

/** Writes a value and follows the page when it draws the field anew meanwhile; null when the page did not keep it. */
async function writeFollowing(find: Find, value: string, settled: Settled): Promise<Field | null> {
  for (let writes = 0; writes < mostWrites; writes += 1) {
    const target = find();
    if (target === null) return null;
    // One that was drawn anew may know it already.
    if (writes > 0 && target.value === value) return target;
    const isKept = await writeValue(target, value, settled);
    if (target.isConnected) return isKept ? target : null;
  }
  return null;
}

/** Stays with a filled field for a moment: one that is drawn anew or emptied by the page is filled again. */
function guard(filled: Field, value: string, settled: Settled, onMoved: (field: Field) => void) {
  const page = filled.ownerDocument;
  let field = filled;
  let find = finderOf(field);
  let isWriting = false;
  let writes = 0;
  const check = async (): Promise<void> => {
    const now = find();
    if (isWriting || now === null || writes >= mostWrites) return;
    if (now !== field) {
      field = now;
      find = finderOf(now);
      onMoved(now);
    }
    if (now.value !== '') return;
    isWriting = true;
    writes += 1;
    await writeFollowing(find, value, settled);
    isWriting = false;
  };
  const observer = new MutationObserver(() => void check());
  const end = (): void => {
    observer.disconnect();
    for (const name of ofPerson) page.removeEventListener(name, onPerson, true);
  };
  /** What the person does from now on is theirs, and a form that was sent may well be emptied. */
  const onPerson = (event: Event): void => {
    if (event.isTrusted && !isWriting) end();
  };
  observer.observe(page, { childList: true, subtree: true });
  for (const name of ofPerson) page.addEventListener(name, onPerson, true);
  setTimeout(() => void check().then(end), guardMs);
}

export interface Lasting {
  readonly settled: Settled;
  /** Hears of each element that holds the value in the end. */
  readonly onField: (field: Field) => void;
  /** For two more seconds the value is put back when the page loses it. */
  readonly isGuarded: boolean;
}

/**
 * Writes a value so that it lasts: also in a page that draws its form anew while it is filled, or a moment later.
 * False when the page did not keep it.
 */
export async function fillLasting(
  find: Find,
  value: string,
  { settled, onField, isGuarded }: Lasting,
): Promise<boolean> {
  const filled = await writeFollowing(find, value, settled);
  if (filled === null) return false;
  onField(filled);
  if (isGuarded) guard(filled, value, settled, onField);
  return true;
}
