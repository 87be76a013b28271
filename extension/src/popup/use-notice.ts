import { onUnmounted, ref, shallowRef } from 'vue';

export interface Notice {
  readonly tone: 'good' | 'bad';
  readonly text: string;
  /** Offers to put the chosen address on the clipboard. */
  readonly offersCopy: boolean;
}

const goodForMs = 6000;

/** One line about the last click, and words for screen readers alone. */
export function useNotice() {
  const notice = shallowRef<Notice | null>(null);
  const announcement = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(next: Notice | null): void {
    clearTimeout(timer);
    notice.value = next;
    if (next?.tone === 'good') timer = setTimeout(() => (notice.value = null), goodForMs);
  }

  onUnmounted(() => clearTimeout(timer));
  return {
    notice,
    announcement,
    clear: () => show(null),
    good: (text: string) => show({ tone: 'good', text, offersCopy: false }),
    bad: (text: string) => show({ tone: 'bad', text, offersCopy: false }),
    badWithCopy: (text: string) => show({ tone: 'bad', text, offersCopy: true }),
    announce: (text: string) => {
      // A no-break space makes the same words new, so that they are read again.
      announcement.value = announcement.value === text ? `${text}\u00a0` : text;
    },
  };
}

export type Notices = ReturnType<typeof useNotice>;
