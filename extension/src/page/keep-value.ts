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

/**
 * Finds a field again after the page has drawn its form anew: by what it is and its place among its like. Ids are often
 * made up for each drawing.
 */
function finderOf(field: Field): () => Field | null {
  const root = field.getRootNode();
  const alike = () =>
    root instanceof Document || root instanceof ShadowRoot
      ? [...root.querySelectorAll<Field>(field.localName)].filter((one) => sameKind(one, field))
      : [];
  const at = alike().indexOf(field);
  return () => (field.isConnected ? field : (alike()[at] ?? null));
}

/** Writes a value and follows the page when it draws the field anew meanwhile; null when the page did not keep it. */
async function writeFollowing(
  field: Field,
  value: string,
  settled: Settled,
): Promise<Field | null> {
  const find = finderOf(field);
  let target = field;
  for (let writes = 0; writes < mostWrites; writes += 1) {
    const isKept = await writeValue(target, value, settled);
    if (target.isConnected) return isKept ? target : null;
    const next = find();
    if (next === null) return null;
    if (next.value === value) return next;
    target = next;
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
    await writeFollowing(now, value, settled);
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
  /** Hears of each element that has held the value. */
  readonly onField: (field: Field) => void;
  /** For two more seconds the value is put back when the page loses it. */
  readonly isGuarded: boolean;
}

/**
 * Writes a value so that it lasts: also in a page that draws its form anew while it is filled, or a moment later.
 * False when the page did not keep it.
 */
export async function fillLasting(
  field: Field,
  value: string,
  { settled, onField, isGuarded }: Lasting,
): Promise<boolean> {
  onField(field);
  const filled = await writeFollowing(field, value, settled);
  if (filled === null) return false;
  if (filled !== field) onField(filled);
  if (isGuarded) guard(filled, value, settled, onField);
  return true;
}
