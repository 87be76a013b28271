import { onMounted, onUnmounted, ref, watch } from 'vue';
import { showCode } from './pair-mark.ts';

/** The code of a pairing link, while it is neither used nor dismissed. */
export function usePairing(onPairedElsewhere: () => void) {
  const code = ref<string | null>(null);
  watch(code, showCode);
  const hear = () => {
    code.value = null;
    onPairedElsewhere();
  };
  onMounted(() => document.addEventListener('mayfly-paired', hear));
  onUnmounted(() => document.removeEventListener('mayfly-paired', hear));
  return { code };
}
