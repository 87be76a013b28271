import type { Translate } from '@mayfly/shared/ui/translate';

export type Messages = Readonly<Record<string, string>>;

/** The form for a number: one text for all, two for one and more, three with one for none. */
function formFor(text: string, count: number): string {
  const forms = text.split(' | ');
  const index = forms.length === 3 ? Math.min(count, 2) : count === 1 ? 0 : 1;
  return forms[Math.min(index, forms.length - 1)] ?? '';
}

/** Looks messages up as the extension does, so that both can share them. An unknown key is shown as it is. */
export function createTranslate(messages: Messages): Translate {
  return (key: string, first?: string[] | number, more?: string[]) => {
    const text = messages[key] ?? key;
    const isCount = typeof first === 'number';
    const said = isCount ? formFor(text, first) : text;
    const marks = isCount ? (more ?? [String(first)]) : (first ?? []);
    return said.replace(/\$([1-9])/g, (_, mark: string) => marks[Number(mark) - 1] ?? '');
  };
}
