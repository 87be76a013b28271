import type { Choice } from './choose-field.ts';
import type { Before } from './fill-group.ts';
import type { PageScript } from './page-script.ts';

/** What page.js leaves in the extension's own world of a page for the scripts that come after it. */
export interface OwnPage extends PageScript {
  /** As `chooseField`. */
  readonly choose: (anyFocused: boolean) => Choice | null;
  readonly before: Before;
}

const name = 'mayflyPage';

/** All scripts are of one build. */
const isOwnPage = (value: unknown): value is OwnPage =>
  typeof value === 'object' && value !== null && 'takeIcons' in value;

export function ownPage(): OwnPage | null {
  const page: unknown = Reflect.get(globalThis, name);
  return isOwnPage(page) ? page : null;
}

export function leaveOwnPage(page: OwnPage): void {
  Reflect.set(globalThis, name, page);
}
