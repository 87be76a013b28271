/** Words as detection compares them: lower case, without accents, camelCase and signs taken apart, a space at both ends. */
export type Words = string;

/** Letters with a stroke, and joined ones, are no letters with an accent. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Brings a text or an attribute into the form in which words are compared; no more of it than `longest` characters. */
export function toWords(text: string, longest = 400): Words {
  const cut = text.slice(0, longest);
  const plain = isAscii.test(cut) ? plainAscii(cut) : plainText(cut);
  return plain === '' ? '' : ` ${plain} `;
}

const isAscii = /^[\0-\x7f]*$/;

/** The same as `plainText`, at a fraction of the time: most of what pages are made of is ASCII. */
function plainAscii(text: string): string {
  return text
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function plainText(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæøłđı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{Mc}\p{N}]+/gu, ' ')
    .trim();
}
