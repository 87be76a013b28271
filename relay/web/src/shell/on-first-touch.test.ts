import { expect, it } from 'vitest';
import { onFirstTouch } from './on-first-touch.ts';

it.each(['pointerover', 'pointerdown', 'keydown'])('begins once, with a %s', (sign) => {
  const page = new EventTarget();
  let begun = 0;
  onFirstTouch(page, () => (begun += 1));
  page.dispatchEvent(new Event('scroll'));
  expect(begun).toBe(0);
  for (const next of [sign, 'pointerover', 'keydown']) page.dispatchEvent(new Event(next));
  expect(begun).toBe(1);
});
