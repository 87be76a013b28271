import type { FillOutcome } from '../messaging/protocol.ts';
import type { Choice } from './choose-field.ts';
import { isEditor, isWritable } from './field-types.ts';
import { type FieldGroup, fillGroup, type FillDeps, undoGroup } from './fill-group.ts';
import { focusedElement, type ShadowOf } from './reach-fields.ts';

export interface FillSurroundings extends FillDeps {
  readonly page: Document;
  readonly shadowOf: ShadowOf;
  /** As `chooseField`, for this page. */
  readonly choose: (anyFocused: boolean) => Choice | null;
}

/** What the worker learns of a frame before it chooses the one to fill. */
export interface FrameLook {
  /** Where the cursor stands: in something that takes text, in a frame that cannot be looked into, or elsewhere. */
  readonly standing: 'field' | 'frame' | 'elsewhere';
  /** There is a field for a new address. */
  readonly finds: boolean;
}

export interface Filler {
  look(): FrameLook;
  /** Puts an address into the page's best field, or into the one that the person has pointed at. */
  fill(address: string, anyFocused: boolean): Promise<FillOutcome>;
  /** Takes the last fill back; false when there was none, or the page does not let it. */
  undo(): Promise<boolean>;
}

/** Text that a page lets people edit in place takes the address where the cursor stands. */
function fillEditor({ page, shadowOf }: FillSurroundings, address: string): FillOutcome {
  const focused = focusedElement(page, shadowOf);
  if (!isEditor(focused)) return 'no-field';
  const done = focused.ownerDocument.execCommand('insertText', false, address);
  return done && focused.textContent.includes(address) ? 'filled' : 'not-kept';
}

/** Fills fields of one document, and of what can be reached from it. */
export function createFiller(surroundings: FillSurroundings): Filler {
  let last: FieldGroup | null = null;
  return {
    look() {
      const focused = focusedElement(surroundings.page, surroundings.shadowOf);
      const isField = focused !== null && (isWritable(focused) || isEditor(focused));
      const isFrame = focused?.localName === 'iframe' || focused?.localName === 'frame';
      const standing = isField ? 'field' : isFrame ? 'frame' : 'elsewhere';
      return { standing, finds: surroundings.choose(false) !== null };
    },
    async fill(address, anyFocused) {
      const choice = surroundings.choose(anyFocused);
      if (choice === null) return anyFocused ? fillEditor(surroundings, address) : 'no-field';
      const others = choice.twin === null ? [] : [choice.twin];
      last = { kind: 'new-email', field: choice.field, others };
      return (await fillGroup(last, address, surroundings)) ? 'filled' : 'not-kept';
    },
    async undo() {
      if (last === null) return false;
      const group = last;
      last = null;
      return await undoGroup(group, surroundings);
    },
  };
}
