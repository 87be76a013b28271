import { onMounted, onUnmounted, ref } from 'vue';

/** Whether the device has a network. Calls back when it has one again. */
export function useOnline(onBack: () => void) {
  const online = ref(navigator.onLine);
  const read = () => {
    const wasOffline = !online.value;
    online.value = navigator.onLine;
    if (wasOffline && online.value) onBack();
  };
  onMounted(() => {
    addEventListener('online', read);
    addEventListener('offline', read);
  });
  onUnmounted(() => {
    removeEventListener('online', read);
    removeEventListener('offline', read);
  });
  return online;
}
