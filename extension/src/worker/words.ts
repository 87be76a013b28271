import { i18n } from '#i18n';
import type { BadgeWords } from '../inbox/badge.ts';
import type { NoticeWords } from '../inbox/notices.ts';
import type { FillOutcome } from '../messaging/protocol.ts';
import type { Trouble } from '../storage/model.ts';
import { troubleText } from '../ui/trouble-text.ts';

/** What the worker says where no page of ours is open. */
export interface Words {
  readonly badge: BadgeWords;
  readonly notice: NoticeWords;
  readonly menuItem: string;
  readonly readyTitle: string;
  readyText(address: string, fill: Exclude<FillOutcome, 'filled'>): string;
  readonly failedTitle: string;
  failedText(trouble: Trouble): string;
  readonly name: string;
  pairedText(host: string): string;
}

const badgeWords = (): BadgeWords => ({
  idle: i18n.t('extension.action'),
  unseen: (count) => i18n.t('badge.unseen', count),
  trouble: (trouble) => `${i18n.t('extension.name')}: ${troubleText(trouble)}`,
});

function noticeWords(): NoticeWords {
  const verbs = {
    verify: i18n.t('mail.verify'),
    'magic-link': i18n.t('mail.magicLink'),
    reset: i18n.t('mail.reset'),
    invite: i18n.t('mail.invite'),
    subscribe: i18n.t('mail.subscribe'),
  };
  return {
    link: (site) => i18n.t('notify.link', [site]),
    code: (site) => i18n.t('notify.code', [site]),
    mail: (site) => i18n.t('notify.mail', [site]),
    to: (address) => i18n.t('notify.to', [address]),
    openLink: (kind) => verbs[kind],
    copyCode: i18n.t('notify.copyCode'),
    show: i18n.t('notify.show'),
  };
}

/** The words of the worker in the browser's language. */
export function workerWords(): Words {
  return {
    badge: badgeWords(),
    notice: noticeWords(),
    menuItem: i18n.t('menu.fresh'),
    readyTitle: i18n.t('notify.ready'),
    readyText: (address, fill) => {
      if (fill === 'not-reachable') return i18n.t('notify.notReachableText', [address]);
      if (fill === 'not-kept') return i18n.t('notify.notKeptText', [address]);
      return i18n.t('notify.readyText', [address]);
    },
    failedTitle: i18n.t('notify.failed'),
    failedText: troubleText,
    name: i18n.t('extension.name'),
    pairedText: (host) => i18n.t('pairing.done', [host]),
  };
}
