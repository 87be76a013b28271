import type { MailWords } from './mail-words.ts';
import type { Translate } from './translate.ts';

/** The words of the shared pieces, in the language that `t` speaks. */
export function mailWordsIn(t: Translate, locale: string): MailWords {
  return {
    locale,
    list: t('mail.list'),
    unread: t('mail.unread'),
    noSubject: t('mail.noSubject'),
    noSender: t('mail.noSender'),
    linkVerb: {
      verify: t('mail.verify'),
      'magic-link': t('mail.magicLink'),
      reset: t('mail.reset'),
      invite: t('mail.invite'),
      subscribe: t('mail.subscribe'),
    },
    leadsTo: (host) => t('mail.leadsTo', [host]),
    askSite: (host, site) => t('mail.askSite', [host, site]),
    openAnyway: t('mail.openAnyway'),
    cancel: t('app.cancel'),
    copyCode: (code) => t('mail.copyCode', [code]),
    copied: t('mail.copied'),
    from: t('mail.from'),
    received: t('mail.received'),
    copyAddress: t('address.copy'),
    copyAddressLabel: (address) => t('address.copyLabel', [address]),
    ...bodyWords(t),
  };
}

function bodyWords(t: Translate) {
  return {
    formatted: t('mail.formatted'),
    plain: t('mail.plain'),
    view: t('mail.view'),
    frame: t('mail.frame'),
    images: (count: number) => t('mail.images', count),
    showImages: (count: number) => t('mail.showImages', count),
    attachments: (count: number) => t('mail.attachments', count),
    download: (name: string, size: string) => t('mail.download', [name, size]),
    removed: (count: number) => t('mail.removed', count),
    removedText: t('mail.removedText'),
    removedProgram: t('mail.removedProgram'),
    removedDisguised: t('mail.removedDisguised'),
    removedInside: (name: string) => t('mail.removedInside', [name]),
    removedUnreadable: t('mail.removedUnreadable'),
    removedMessage: t('mail.removedMessage'),
    original: t('mail.original'),
    originalLabel: t('mail.originalLabel'),
    downloadFailed: t('mail.downloadFailed'),
    why: t('mail.why'),
    whyLink: (text: string) => t('mail.whyLink', [text]),
    whyCode: (code: string) => t('mail.whyCode', [code]),
    notRendered: t('mail.notRendered'),
    notRenderedText: t('mail.notRenderedText'),
    sealed: t('mail.sealed'),
    sealedText: t('mail.sealedText'),
    empty: t('mail.empty'),
    truncated: t('mail.truncated'),
    senderPass: t('mail.senderPass'),
    senderPassText: t('mail.senderPassText'),
    senderFail: t('mail.senderFail'),
    senderFailText: t('mail.senderFailText'),
  };
}
