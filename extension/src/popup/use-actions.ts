import { i18n } from '#i18n';
import { ref } from 'vue';
import type { FillOutcome, Found } from '../messaging/protocol.ts';
import type { OwnInbox } from '../storage/model.ts';
import { troubleText } from '../ui/trouble-text.ts';
import type { CurrentTab, PopupDeps } from './popup-deps.ts';
import type { Notices } from '@mayfly/shared/ui/use-notice';

export type Busy = 'create' | 'fill' | 'extend' | 'remove' | 'reopen' | 'refresh' | 'connect';

interface Needs {
  readonly deps: Pick<PopupDeps, 'send' | 'copyText' | 'staysOpen' | 'openPanel' | 'closePopup'>;
  readonly notices: Notices;
  readonly reload: () => Promise<void>;
  readonly choose: (inboxId: string | null) => Promise<void>;
}

function fillProblem(outcome: Exclude<FillOutcome, 'filled'>, staysOpen: boolean): string {
  const texts = {
    'no-field': () => i18n.t('fill.noField'),
    // The click that opens the popup lets Mayfly into the page; one in the side panel does not.
    'not-reachable': () => (staysOpen ? i18n.t('panel.notReachable') : i18n.t('fill.notReachable')),
    'not-kept': () => i18n.t('fill.notKept'),
  } as const satisfies Record<typeof outcome, () => string>;
  return texts[outcome]();
}

/** What is to say about an address that somebody wanted back. */
const foundTexts = {
  reopened: () => i18n.t('past.reopened'),
  living: () => i18n.t('past.lives'),
  'living-sealed': () => i18n.t('past.livesSealed'),
} as const satisfies Record<Found, () => string>;

/** Runs one at a time; a second click while the first is under way does nothing. */
function useOneAtATime(notices: Notices) {
  const busy = ref<Busy | null>(null);
  const run = async (name: Busy, work: () => Promise<void>): Promise<void> => {
    if (busy.value !== null) return;
    busy.value = name;
    notices.clear();
    try {
      await work();
    } finally {
      busy.value = null;
    }
  };
  return { busy, run };
}

type Run = ReturnType<typeof useOneAtATime>['run'];

function filling({ deps, notices, choose }: Needs, run: Run) {
  const create = ({ id, isPrivate }: CurrentTab) =>
    run('create', async () => {
      const reply = await deps.send('inbox.create', { tabId: id, isPrivate });
      if (!reply.ok) return notices.bad(troubleText(reply.trouble));
      await choose(reply.inboxId);
      notices.announce(i18n.t('address.made', [reply.address]));
      // A page without a field is no failure here: the address was what they asked for.
      if (reply.fill === 'filled') notices.goodWithUndo(i18n.t('fill.filled'));
      if (reply.fill === 'not-kept') notices.badWithCopy(fillProblem('not-kept', deps.staysOpen));
    });

  const fillIn = (inboxId: string, tabId: number) =>
    run('fill', async () => {
      const reply = await deps.send('inbox.fill', { inboxId, tabId });
      if (!reply.ok) return notices.bad(troubleText(reply.trouble));
      if (reply.fill === 'filled') return notices.goodWithUndo(i18n.t('fill.filled'));
      notices.badWithCopy(fillProblem(reply.fill, deps.staysOpen));
    });

  const undoFill = (tabId: number) =>
    run('fill', async () => {
      const reply = await deps.send('inbox.unfill', { tabId });
      if (reply.ok && reply.undone) notices.good(i18n.t('fill.undone'));
      else notices.bad(i18n.t('fill.notUndone'));
    });

  return { create, fillIn, undoFill };
}

function keeping({ deps, notices, reload, choose }: Needs, run: Run) {
  const extend = (inboxId: string, ttlMinutes: number, until: (time: number) => string) =>
    run('extend', async () => {
      const reply = await deps.send('inbox.extend', { inboxId, ttlMinutes });
      if (!reply.ok) return notices.bad(troubleText(reply.trouble));
      await reload();
      notices.good(i18n.t('address.keptUntil', [until(reply.expiresAt)]));
    });

  const remove = (inboxId: string) =>
    run('remove', async () => {
      const reply = await deps.send('inbox.delete', { inboxId });
      if (!reply.ok) return notices.bad(troubleText(reply.trouble));
      await choose(null);
      notices.announce(i18n.t('address.removed'));
    });

  const reopen = (inboxId: string, tabId: number | null) =>
    run('reopen', async () => {
      const reply = await deps.send('inbox.reopen', { inboxId, tabId });
      if (!reply.ok) return notices.bad(troubleText(reply.trouble));
      await choose(reply.inboxId);
      const text = foundTexts[reply.found]();
      if (reply.found === 'reopened') notices.good(text);
      else notices.bad(text);
    });

  return { extend, remove, reopen };
}

function reaching({ deps, notices, reload }: Needs, run: Run) {
  const refresh = () =>
    run('refresh', async () => {
      await deps.send('inbox.refresh', {});
      await reload();
    });

  const connect = (url: string) =>
    run('connect', async () => {
      const reply = await deps.send('relay.connect', { url, accessToken: null });
      if (!reply.ok) return notices.bad(troubleText(reply.trouble));
      await reload();
    });

  return { refresh, connect };
}

/** What the popup's buttons about addresses do, and the one that is at work. */
export function useActions(needs: Needs) {
  const { deps, notices } = needs;
  const { busy, run } = useOneAtATime(notices);

  async function copyAddress(inbox: OwnInbox): Promise<boolean> {
    const done = await deps.copyText(inbox.address);
    if (done) notices.announce(i18n.t('address.copied'));
    else notices.bad(i18n.t('address.copyFailed'));
    return done;
  }

  async function stay({ windowId }: CurrentTab): Promise<void> {
    if (windowId === null) return;
    try {
      await deps.openPanel?.(windowId);
      deps.closePopup();
    } catch {
      notices.bad(i18n.t('panel.failed'));
    }
  }

  async function dismissReminder(): Promise<void> {
    await deps.send('reminder.rest', { saved: false });
    await needs.reload();
  }

  return {
    busy,
    copyAddress,
    stay,
    dismissReminder,
    ...filling(needs, run),
    ...keeping(needs, run),
    ...reaching(needs, run),
  };
}

export type Actions = ReturnType<typeof useActions>;
