import type { PageOffers } from '../messaging/protocol.ts';
import type { OfferedField } from '../page/offered-fields.ts';
import type { IconActions, Icons } from '../page/page-script.ts';
import { FieldIcon, type IconSetting } from './field-icon.ts';

const listen = { capture: true, passive: true };

/** Calls back once a frame while something scrolls or changes its size. */
class Moves {
  #frame = 0;
  readonly #moved: () => void;
  readonly sizes: ResizeObserver;

  constructor(place: () => void) {
    this.#moved = () => {
      if (this.#frame !== 0) return;
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        place();
      });
    };
    this.sizes = new ResizeObserver(this.#moved);
  }

  follow(): void {
    addEventListener('scroll', this.#moved, listen);
    addEventListener('resize', this.#moved, listen);
  }

  rest(): void {
    removeEventListener('scroll', this.#moved, listen);
    removeEventListener('resize', this.#moved, listen);
    this.sizes.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}

/** Opens the menu of the field with the cursor, unless the page, or a list of the field, has a use for the keys. */
function openAtCursor(icons: ReadonlyMap<HTMLInputElement, FieldIcon>, event: KeyboardEvent): void {
  if (!event.altKey || event.key !== 'ArrowDown' || event.defaultPrevented) return;
  for (const [field, icon] of icons)
    if (field.matches(':focus:not([list], [aria-haspopup])')) icon.openByKey(event);
}

/** Shows, moves and takes away the icons of one document. */
export function createIcons(setting: IconSetting): Icons {
  const icons = new Map<HTMLInputElement, FieldIcon>();
  const placeAll = (): void => {
    for (const icon of icons.values()) icon.place();
  };
  const moves = new Moves(placeAll);
  const onKey = (event: KeyboardEvent): void => openAtCursor(icons, event);
  const rest = (): void => {
    moves.rest();
    removeEventListener('keydown', onKey);
  };
  const drop = (field: HTMLInputElement): void => {
    icons.get(field)?.remove();
    icons.delete(field);
    moves.sizes.unobserve(field);
  };
  const put = (offered: OfferedField, offers: PageOffers, actions: IconActions): void => {
    const known = icons.get(offered.field);
    if (known !== undefined) return known.update(offered, offers);
    icons.set(offered.field, new FieldIcon(offered, offers, actions, setting));
    moves.sizes.observe(offered.field);
  };
  return {
    show(fields, offers, actions) {
      for (const field of icons.keys())
        if (!fields.some((offered) => offered.field === field)) drop(field);
      if (fields.length > 0 && icons.size === 0) {
        moves.follow();
        addEventListener('keydown', onKey);
      }
      for (const offered of fields) put(offered, offers, actions);
      if (icons.size === 0) rest();
      else placeAll();
    },
    remove() {
      for (const field of icons.keys()) drop(field);
      rest();
    },
  };
}
