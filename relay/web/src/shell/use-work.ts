import type { InboxLink } from '@mayfly/shared/ui/inbox-link';
import type { Notices } from '@mayfly/shared/ui/use-notice';
import { formatTime } from '@mayfly/shared/ui/format';
import { hasEnded } from '@mayfly/shared/ui/time-left';
import { ref } from 'vue';
import type { Wish } from '../inbox/inbox-actions.ts';
import type { Inboxes } from '../inbox/inboxes.ts';
import { later } from '../inbox/later.ts';
import { attempt, type Outcome, type Trouble } from '../inbox/trouble.ts';
import type { OwnInbox, OwnMessage } from '../storage/model.ts';
import { troubleText } from '../words/trouble-text.ts';
import type { Words } from '../words/words.ts';
import type { Chosen } from './use-chosen.ts';

interface WorkParts {
  readonly inboxes: Inboxes;
  readonly chosen: Chosen;
  readonly notices: Notices;
  readonly words: Words;
  readonly now: () => number;
}

const withdrawn = new Set<Trouble>(['token-invalid', 'token-expired']);

/** Runs one thing at a time, and says why it did not work. */
function useRuns(notices: Notices, { t }: Words) {
  const busy = ref(false);
  const needsAccess = ref(false);
  const say = (trouble: Trouble) => {
    if (trouble === 'access-required') needsAccess.value = true;
    else notices.bad(troubleText(t, trouble));
  };
  return {
    ...{ busy, needsAccess },
    run: async <T>(work: () => Promise<Outcome<T>>): Promise<T | null> => {
      if (busy.value) return null;
      busy.value = true;
      notices.clear();
      const outcome = await work().finally(() => (busy.value = false));
      if (outcome.ok) return outcome.value;
      say(outcome.trouble);
      return null;
    },
  };
}

type Runs = ReturnType<typeof useRuns>;

/** What a link that the page was opened by asks for. */
function useLinks({ inboxes, chosen, notices, words: { t } }: WorkParts, runs: Runs) {
  const { run, needsAccess } = runs;
  return {
    /** True when the code has given this browser access. */
    async pair(code: string): Promise<boolean> {
      const paired = await run(() => attempt(async () => (await inboxes.client()).pair(code)));
      if (paired === null) return false;
      await inboxes.keepAccess(paired.token);
      needsAccess.value = false;
      notices.good(t('web.pairedHere'));
      return true;
    },
    /** Opens the inbox of a link here as well. */
    async takeOver(link: InboxLink): Promise<void> {
      const part = await run(() => attempt(() => later(import('../handover/take-over.ts'))));
      if (part === null) return;
      const id = part.inboxOfToken(link.token);
      if (id === null) return notices.bad(t('web.linkBroken'));
      const known = inboxes.find(id);
      const open = async () => part.takeOver(await inboxes.client(), id, link);
      const inbox = known ?? (await run(() => attempt(open)));
      if (inbox === null) return;
      if (known === undefined) await inboxes.adopt(inbox);
      chosen.choose(inbox.id);
      notices.good(t('web.takenOver', [inbox.address]));
    },
  };
}

/** What the buttons do, one at a time, and what is said of it. */
export function useWork(parts: WorkParts) {
  const { inboxes, chosen, notices, words, now } = parts;
  const { t, locale } = words;
  const runs = useRuns(notices, words);
  const { busy, needsAccess, run } = runs;
  /** The wish that waits for a yes, because its mail cannot be sealed here. */
  const unsealed = ref<Wish | null>(null);

  async function create(wish: Wish = {}): Promise<OwnInbox | null> {
    unsealed.value = null;
    const made = await run<OwnInbox | null>(async () => {
      const outcome = await inboxes.make(wish);
      // What this browser had was withdrawn: as if it had never had it.
      if (!outcome.ok && withdrawn.has(outcome.trouble)) {
        await inboxes.keepAccess(null);
        return { ok: false, trouble: 'access-required' };
      }
      if (outcome.ok || outcome.trouble !== 'not-sealed') return outcome;
      unsealed.value = wish;
      return { ok: true, value: null };
    });
    if (made === null) return null;
    needsAccess.value = false;
    chosen.choose(made.id);
    notices.announce(t('address.made', [made.address]));
    return made;
  }

  return {
    ...{ busy, unsealed, needsAccess, create },
    ...useLinks(parts, runs),
    async extend(inbox: OwnInbox, ttlMinutes: number): Promise<void> {
      const until = await run(() => inboxes.extend(inbox, ttlMinutes));
      if (until !== null) notices.good(t('address.keptUntil', [formatTime(until, now(), locale)]));
    },
    async reopen(past: OwnInbox): Promise<void> {
      const reopened = await run(() => inboxes.reopen(past));
      if (reopened === null) return;
      chosen.choose(reopened.id);
      if (reopened.readOnly !== true) return notices.good(t('past.reopened'));
      notices.bad(t('past.lives'));
    },
    async remove(inbox: OwnInbox): Promise<void> {
      const ours = !hasEnded(inbox, now()) && inbox.readOnly !== true;
      if (!ours) return inboxes.forget(inbox.id);
      const done = await run(async () => {
        const outcome = await inboxes.remove(inbox);
        return outcome.ok ? { ok: true, value: true } : outcome;
      });
      if (done === true) notices.good(t('address.removed'));
    },
    async removeMessage(inbox: OwnInbox, own: OwnMessage): Promise<void> {
      chosen.close();
      await run(() => inboxes.removeMessage(inbox, own));
    },
  };
}
