import { onMounted, onUnmounted, shallowRef } from 'vue';
import type { Kept } from '../storage/model.ts';
import type { KeepingDeps } from './keeping-deps.ts';

/** All that lies in this browser, kept up to date. */
export function useKept(deps: Pick<KeepingDeps, 'readKept' | 'onStateChanged'>) {
  const kept = shallowRef<Kept | null>(null);

  async function read(): Promise<Kept> {
    const latest = await deps.readKept();
    kept.value = latest;
    return latest;
  }

  onMounted(read);
  onUnmounted(deps.onStateChanged(() => void read()));
  return { kept, read };
}
