import { i18n } from '#i18n';
import { computed, ref, type ShallowRef, shallowRef } from 'vue';
import type { Notices } from '@mayfly/shared/ui/use-notice';
import type { Kept } from '../storage/model.ts';
import { troubleText } from '../ui/trouble-text.ts';
import type { KeepingDeps } from './keeping-deps.ts';

interface Needs {
  readonly deps: Pick<KeepingDeps, 'send'>;
  readonly notices: Notices;
  readonly kept: ShallowRef<Kept | null>;
  readonly read: () => Promise<Kept>;
}

const countLiving = (kept: Kept | null) => kept?.inboxes.filter(({ ended }) => !ended).length ?? 0;

/** Has everything forgotten. The worker takes one address after the other, so that what is left tells how far it is. */
export function useForgetting({ deps, notices, kept, read }: Needs) {
  /** How many addresses there were when the work began; 0 while there is none. */
  const total = ref(0);
  const done = computed(() => total.value - countLiving(kept.value));
  /** Addresses that their relay did not delete. */
  const left = shallowRef<readonly string[]>([]);

  async function forget(atRelay: boolean): Promise<void> {
    notices.clear();
    left.value = [];
    if (atRelay) total.value = countLiving(await read());
    const reply = await deps.send('everything.forget', { atRelay });
    total.value = 0;
    await read();
    if (!reply.ok) notices.bad(troubleText(reply.trouble));
    else if (reply.left.length > 0) left.value = reply.left;
    else notices.good(i18n.t('keeping.forgotten'));
  }

  return { total, done, left, forget };
}
