import { onUnmounted, ref, watch } from 'vue';

/** The time, moving on by itself: each second while something counts down in seconds, else every ten. */
export function useClock(now: () => number, inSeconds: () => boolean) {
  const time = ref(now());
  let timer: ReturnType<typeof setInterval> | undefined;
  watch(
    inSeconds,
    (fast) => {
      clearInterval(timer);
      timer = setInterval(() => (time.value = now()), fast ? 1000 : 10_000);
    },
    { immediate: true },
  );
  onUnmounted(() => clearInterval(timer));
  return time;
}
