import type { SetupDeps } from '../relay/setup-deps.ts';
import type { Kept } from '../storage/model.ts';

/** What the panel about all that is kept needs from the browser and from the rest of the extension. */
export interface KeepingDeps extends Pick<
  SetupDeps,
  'send' | 'onStateChanged' | 'requestHost' | 'now'
> {
  readonly readKept: () => Promise<Kept>;
  readonly mayReach: (pattern: string) => Promise<boolean>;
  readonly saveFile: (text: string, name: string) => void;
}
