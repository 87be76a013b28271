/** From 0, black, to 1, white, of a colour in the words of a computed style. */
export function lightnessOf(color: string): number {
  const numbers = color.match(/(?<=[\s(])-?[\d.]+(e-\d+)?/g) ?? [];
  const [first = 0, second = 0, third = 0] = numbers.map(Number);
  const mixed = 0.3 * first + 0.59 * second + 0.11 * third;
  if (color.startsWith('rgb')) return mixed / 255;
  if (color.startsWith('color')) return mixed;
  return color.startsWith('ok') ? first : first / 100;
}

/**
 * How an element looks, in the words of `color-scheme`: a page may be dark while the system is light, and a field light
 * in a dark page. What is written on a dark ground is light, also where the ground is a picture.
 */
export const schemeOf = (element: Element): 'light' | 'dark' =>
  lightnessOf(getComputedStyle(element).color) > 0.6 ? 'dark' : 'light';

/** The colour behind an element's text; null where it is a picture, or something that can be seen through. */
export function groundOf(element: Element): string | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    // On the element itself a picture is a small one: an icon.
    if (at !== element && backgroundImage !== 'none') return null;
    if (!/^rgba|\//.test(backgroundColor)) return backgroundColor;
    if (!backgroundColor.endsWith(' 0)')) return null;
  }
  return 'Canvas';
}
