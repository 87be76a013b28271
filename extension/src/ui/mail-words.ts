import { i18n } from '#i18n';
import type { MailWords } from '@mayfly/shared/ui/mail-words';

/** The words of the pieces shared with the web inbox, in the browser's language. */
export function mailWords(locale: string): MailWords {
  return {
    locale,
    list: i18n.t('mail.list'),
    unread: i18n.t('mail.unread'),
    noSubject: i18n.t('mail.noSubject'),
    noSender: i18n.t('mail.noSender'),
    linkVerb: {
      verify: i18n.t('mail.verify'),
      'magic-link': i18n.t('mail.magicLink'),
      reset: i18n.t('mail.reset'),
      invite: i18n.t('mail.invite'),
      subscribe: i18n.t('mail.subscribe'),
    },
    leadsTo: (host) => i18n.t('mail.leadsTo', [host]),
    askSite: (host, site) => i18n.t('mail.askSite', [host, site]),
    openAnyway: i18n.t('mail.openAnyway'),
    cancel: i18n.t('app.cancel'),
    copyCode: (code) => i18n.t('mail.copyCode', [code]),
    copied: i18n.t('mail.copied'),
    from: i18n.t('mail.from'),
    received: i18n.t('mail.received'),
    ...bodyWords(),
  };
}

function bodyWords() {
  return {
    formatted: i18n.t('mail.formatted'),
    plain: i18n.t('mail.plain'),
    view: i18n.t('mail.view'),
    frame: i18n.t('mail.frame'),
    images: (count: number) => i18n.t('mail.images', count),
    showImages: (count: number) => i18n.t('mail.showImages', count),
    attachments: (count: number) => i18n.t('mail.attachments', count),
    download: (name: string, size: string) => i18n.t('mail.download', [name, size]),
    removed: (count: number) => i18n.t('mail.removed', count),
    removedText: i18n.t('mail.removedText'),
    removedProgram: i18n.t('mail.removedProgram'),
    removedDisguised: i18n.t('mail.removedDisguised'),
    removedInside: (name: string) => i18n.t('mail.removedInside', [name]),
    removedUnreadable: i18n.t('mail.removedUnreadable'),
    removedMessage: i18n.t('mail.removedMessage'),
    original: i18n.t('mail.original'),
    originalLabel: i18n.t('mail.originalLabel'),
    downloadFailed: i18n.t('mail.downloadFailed'),
    why: i18n.t('mail.why'),
    whyLink: (text: string) => i18n.t('mail.whyLink', [text]),
    whyCode: (code: string) => i18n.t('mail.whyCode', [code]),
    notRendered: i18n.t('mail.notRendered'),
    notRenderedText: i18n.t('mail.notRenderedText'),
    sealed: i18n.t('mail.sealed'),
    sealedText: i18n.t('mail.sealedText'),
    empty: i18n.t('mail.empty'),
    truncated: i18n.t('mail.truncated'),
    senderPass: i18n.t('mail.senderPass'),
    senderPassText: i18n.t('mail.senderPassText'),
    senderFail: i18n.t('mail.senderFail'),
    senderFailText: i18n.t('mail.senderFailText'),
  };
}
