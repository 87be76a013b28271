import { onMounted, onUnmounted, shallowRef } from 'vue';
import type { RelaySettings, RelayState } from '../storage/model.ts';
import type { SetupDeps } from './setup-deps.ts';

/** The relay that is set and how it fares, kept up to date. */
export function useRelay(
  deps: Pick<SetupDeps, 'readRelaySettings' | 'readRelayState' | 'onStateChanged'>,
) {
  const settings = shallowRef<RelaySettings | null>(null);
  const state = shallowRef<RelayState | null>(null);

  async function read(): Promise<void> {
    [settings.value, state.value] = await Promise.all([
      deps.readRelaySettings(),
      deps.readRelayState(),
    ]);
  }

  onMounted(read);
  onUnmounted(deps.onStateChanged(() => void read()));
  return { settings, state, read };
}
