/** Two frames after a macrotask: frameworks have taken over or thrown back a value by then. */
export type Settled = (page: Document) => Promise<void>;

export type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Sets the value behind the back of a framework's own setter (React puts one on each field), so that its listeners see
 * a change when the event comes.
 */
function setNatively(field: Field, value: string): void {
  const view = field.ownerDocument.defaultView ?? globalThis;
  const kind = field.localName === 'input' ? view.HTMLInputElement : view.HTMLTextAreaElement;
  Reflect.set(kind.prototype, 'value', value, field);
}

function tell(field: Field, value: string): void {
  const passing = { bubbles: true, composed: true };
  // Some masks and validators listen to keys alone.
  field.dispatchEvent(new KeyboardEvent('keydown', { ...passing, key: 'Unidentified' }));
  setNatively(field, value);
  field.dispatchEvent(
    new InputEvent('input', { ...passing, inputType: 'insertReplacementText', data: value }),
  );
  field.dispatchEvent(new KeyboardEvent('keyup', { ...passing, key: 'Unidentified' }));
  field.dispatchEvent(new Event('change', passing));
}

/** The way of an editor: replaces what is selected as if it were typed. */
function type(field: Field, value: string): void {
  field.select();
  field.ownerDocument.execCommand('insertText', false, value);
}

/** Writes a value as a person would, and says whether the page kept it. */
export async function writeValue(field: Field, value: string, settled: Settled): Promise<boolean> {
  field.focus();
  tell(field, value);
  await settled(field.ownerDocument);
  if (field.value === value) return true;
  type(field, value);
  await settled(field.ownerDocument);
  return field.value === value;
}
