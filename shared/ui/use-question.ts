import { nextTick, type Ref, ref } from 'vue';

/** A question that opens in place. When it is answered the focus goes back to the button that raised it. */
export function useQuestion<Q extends string>() {
  const asking: Ref<Q | null> = ref(null);
  const raised: { by: Element | null } = { by: null };

  function ask(question: Q): void {
    raised.by = document.activeElement;
    asking.value = question;
  }

  async function answered(): Promise<void> {
    asking.value = null;
    await nextTick();
    if (raised.by instanceof HTMLElement && raised.by.isConnected) raised.by.focus();
  }

  return { asking, ask, answered };
}
