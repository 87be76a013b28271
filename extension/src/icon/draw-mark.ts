const namespace = 'http://www.w3.org/2000/svg';

/** Colours that stand out from a light and from a dark ground; deeper than elsewhere, because the mark is small. */
const paths = [
  ['#6aa02c, #dcee94', 'M40 80C26 52 36 24 64 8c14 26 12 54-6 76Z'],
  ['#3f7d3a, #a6d267', 'M60 86c4-20 16-34 38-38 0 20-12 36-30 44Z'],
  [
    '#0e4f4b, #eef8f4',
    'M26 80c10-4 23 0 33 6 8 4 16 4 22 2-8 10-22 13-34 10-10-3-18-8-22-16ZM24 68a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z',
  ],
] as const;

/** The mark of the extension, made element by element: no page's rule on HTML strings is in the way. */
export function drawMark(page: Document): SVGSVGElement {
  const svg = page.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '9 7 94 94');
  svg.setAttribute('aria-hidden', 'true');
  for (const [colors, d] of paths) {
    const path = page.createElementNS(namespace, 'path');
    path.setAttribute('fill', `light-dark(${colors})`);
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
