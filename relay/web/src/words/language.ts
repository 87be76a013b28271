import type { Messages } from './translate.ts';

const loaders: Readonly<Record<string, () => Promise<{ messages: Messages }>>> = {
  en: () => import('../locales/en.yml'),
  de: () => import('../locales/de.yml'),
};

/** The first language of the browser that there are words in. */
export function chooseLanguage(wanted: readonly string[]): string {
  const tags = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return tags.find((tag) => Object.hasOwn(loaders, tag)) ?? 'en';
}

export async function loadMessages(language: string): Promise<Messages> {
  const load = loaders[language] ?? loaders['en'];
  if (load === undefined) return {};
  return (await load()).messages;
}
