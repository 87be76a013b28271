import { onUnmounted, ref, shallowRef } from 'vue';

export interface Notice {
  readonly tone: 'good' | 'bad';
  readonly text: string;
  /** To put the chosen address on the clipboard; to take the fill back. */
  readonly offers: 'copy' | 'undo' | null;
}

const goodForMs = 6000;
/** As long as somebody may need to see that the wrong field was filled. */
const undoForMs = 15_000;

/** One line about the last click, and words for screen readers alone. */
export function useNotice() {
  const notice = shallowRef<Notice | null>(null);
  const announcement = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(next: Notice | null): void {
    clearTimeout(timer);
    notice.value = next;
    if (next?.tone !== 'good') return;
    timer = setTimeout(() => (notice.value = null), next.offers === null ? goodForMs : undoForMs);
  }

  onUnmounted(() => clearTimeout(timer));
  return {
    notice,
    announcement,
    clear: () => show(null),
    good: (text: string) => show({ tone: 'good', text, offers: null }),
    goodWithUndo: (text: string) => show({ tone: 'good', text, offers: 'undo' }),
    bad: (text: string) => show({ tone: 'bad', text, offers: null }),
    badWithCopy: (text: string) => show({ tone: 'bad', text, offers: 'copy' }),
    announce: (text: string) => {
      // A no-break space makes the same words new, so that they are read again.
      announcement.value = announcement.value === text ? `${text}\u00a0` : text;
    },
  };
}

export type Notices = ReturnType<typeof useNotice>;
