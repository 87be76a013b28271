import { onUnmounted, type Ref, ref } from 'vue';

/** True for a short while after each `show()`: for words like "Copied". */
export function useBriefly(ms: number): { readonly on: Ref<boolean>; readonly show: () => void } {
  const on = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    on.value = true;
    clearTimeout(timer);
    timer = setTimeout(() => (on.value = false), ms);
  };
  onUnmounted(() => clearTimeout(timer));
  return { on, show };
}
