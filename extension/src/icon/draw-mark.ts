const namespace = 'http://www.w3.org/2000/svg';

/** The mark of the extension, made element by element: no page's rule on HTML strings is in the way. */
export function drawMark(page: Document): SVGSVGElement {
  const svg = page.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '8 4 116 108');
  svg.setAttribute('aria-hidden', 'true');
  const paths = [
    ['#c3dc63', 'M40 80C26 52 36 24 64 8c14 26 12 54-6 76Z'],
    ['#8dbb4c', 'M60 86c4-20 16-34 38-38 0 20-12 36-30 44Z'],
    [
      '#0e4f4b',
      'M26 80c10-4 23 0 33 6 8 4 16 4 22 2-8 10-22 13-34 10-10-3-18-8-22-16ZM24 68a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z',
    ],
  ] as const;
  for (const [fill, d] of paths) {
    const path = page.createElementNS(namespace, 'path');
    path.setAttribute('fill', fill);
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
