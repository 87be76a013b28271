import { describe, expect, it } from 'vitest';
import { readHtml } from './read-html.ts';

const only = (html: string) => readHtml(html).anchors[0];

describe('readHtml', () => {
  it('gives links with their words and their place', () => {
    const page = readHtml(
      '<p>Please <a href="https://a.example/?a=1&amp;b=2">confirm <b>now</b></a>.</p>',
    );
    expect(page.anchors).toMatchObject([
      { url: 'https://a.example/?a=1&b=2', label: 'confirm now' },
    ]);
    const [{ start, end } = { start: 0, end: 0 }] = page.anchors;
    expect(page.text.slice(start, end)).toBe('confirm now');
  });

  it('takes a picture for words where a link has none', () => {
    expect(only('<a href="https://a.example/x"><img alt="Confirm address"></a>')?.label).toBe(
      'Confirm address',
    );
  });

  it('drops the line breaks inside an href, as browsers do', () => {
    expect(only('<a href=" https://a.example/\n x ">y</a>')?.url).toBe('https://a.example/ x');
  });

  it('drops control characters around an href, as browsers do', () => {
    expect(only('<a href="\u0001 \u001ehttps://a.example/x\u0002 ">y</a>')?.url).toBe(
      'https://a.example/x',
    );
  });

  it.each([
    '<a class="btn-primary" href="https://a.example">x</a>',
    '<a style="background:#123;padding:9px" href="https://a.example">x</a>',
    '<table><tr><td bgcolor="#123456"><a href="https://a.example">x</a></td></tr></table>',
    '<a role="button" href="https://a.example">x</a>',
    '<style>.go{background:red;border-radius:3px}</style><a class="go" href="https://a.example">x</a>',
    '<a href="https://a.example"><span style="background:#123;padding:9px">x</span></a>',
  ])('knows a button: %s', (html) => {
    expect(only(html)?.button).toBe(true);
  });

  it('knows that a plain link is none', () => {
    expect(
      only('<p style="background:#eee">See <a href="https://a.example">x</a></p>')?.button,
    ).toBe(false);
  });

  it('marks what is set off, and what is quoted', () => {
    const page = readHtml(
      '<p>Code <b style="font-size:30px">4711</b></p><blockquote>said</blockquote>',
    );
    const [mark, quote] = [page.marks[0], page.quotes[0]];
    expect(page.text.slice(mark?.start, mark?.end)).toBe('4711');
    expect(page.text.slice(quote?.start, quote?.end)).toBe('said');
  });

  it('keeps the preheader apart', () => {
    const page = readHtml('<div style="display:none">Code 4711&#8203;&nbsp;</div><p>x</p>');
    expect(page.hidden).toBe('Code 4711');
    expect(page.text).toBe('x');
  });

  it('reads actions from JSON-LD and from microdata', () => {
    const json =
      '{"@type":"EmailMessage","potentialAction":{"@type":"ConfirmAction","handler":{"url":"https://a.example/c"}}}';
    const page = readHtml(
      `<script type="application/ld+json">${json}</script><div itemscope itemtype="http://schema.org/ViewAction"><link itemprop="target" href="https://a.example/v"></div>`,
    );
    expect(page.actions).toEqual(['https://a.example/c', 'https://a.example/v']);
  });

  it('survives tags that never close and closings that never opened', () => {
    expect(readHtml('</b></p><a href="https://a.example">x<div><i>').anchors).toHaveLength(1);
    expect(readHtml('<div>'.repeat(5_000) + 'x' + '</div>'.repeat(5_000)).text).toBe('x');
  });
});
