import type { PageOffers } from '../messaging/protocol.ts';
import type { OfferedField } from '../page/offered-fields.ts';
import type { IconActions, Icons } from '../page/page-script.ts';
import { FieldIcon, type Translate } from './field-icon.ts';

/** Shows, moves and takes away the icons of one document. */
export function createIcons(translate: Translate): Icons {
  const icons = new Map<HTMLInputElement, FieldIcon>();
  let frame = 0;
  const placeAll = (): void => {
    frame = 0;
    for (const icon of icons.values()) icon.place();
  };
  const moved = (): void => {
    if (frame === 0) frame = requestAnimationFrame(placeAll);
  };
  const sizes = new ResizeObserver(moved);
  const listen = { capture: true, passive: true };
  const follow = (): void => {
    addEventListener('scroll', moved, listen);
    addEventListener('resize', moved, listen);
  };
  const rest = (): void => {
    removeEventListener('scroll', moved, listen);
    removeEventListener('resize', moved, listen);
    sizes.disconnect();
    cancelAnimationFrame(frame);
    frame = 0;
  };
  const drop = (field: HTMLInputElement): void => {
    icons.get(field)?.remove();
    icons.delete(field);
    sizes.unobserve(field);
  };
  return {
    show(fields: readonly OfferedField[], offers: PageOffers, actions: IconActions) {
      for (const field of icons.keys())
        if (!fields.some((offered) => offered.field === field)) drop(field);
      if (fields.length > 0 && icons.size === 0) follow();
      for (const offered of fields) {
        const known = icons.get(offered.field);
        if (known !== undefined) known.update(offered, offers);
        else {
          icons.set(offered.field, new FieldIcon(offered, offers, actions, translate));
          sizes.observe(offered.field);
        }
      }
      if (icons.size === 0) rest();
      else placeAll();
    },
    remove() {
      for (const field of icons.keys()) drop(field);
      rest();
    },
  };
}
