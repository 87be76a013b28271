import { i18n } from '#i18n';

/** Says in which language the page speaks, for screen readers and hyphenation. */
export function applyLanguage(document: Document): void {
  document.documentElement.lang = i18n.t('locale');
}
