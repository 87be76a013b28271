import { describe, expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

describe('visibleText', () => {
  it('gives one line a block and one space for any white space', () => {
    expect(visibleText('<h1>Hello</h1><p>how\n  are&nbsp; <b>you</b>?</p>fine')).toBe(
      'Hello\nhow are you?\nfine',
    );
  });

  it('keeps words whole across inline tags and character references', () => {
    expect(visibleText('R&eacute;f<i>&eacute;</i>rence&shy;s')).toBe('Références');
  });

  it('parts the cells of a table', () => {
    expect(visibleText('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>')).toBe(
      'a b\nc',
    );
  });

  it.each([
    ['display', '<p style="display: none">x</p>'],
    ['visibility', '<p style="visibility:hidden">x</p>'],
    ['no height', '<div style="max-height:0;overflow:hidden">x</div>'],
    ['no size', '<span style="font-size:0">x</span>'],
    ['one pixel', '<span style="font-size:1px">x</span>'],
    ['see-through', '<span style="opacity:0">x</span>'],
    ['the attribute', '<p hidden>x</p>'],
    ['a class', '<style>.pre{display:none !important}</style><div class="pre">x</div>'],
    ['no colour at all', '<span style="color:transparent">x</span>'],
    [
      'the colour around it on the same',
      '<div style="color:#fff"><a style="background:#fff;color:inherit" href="#">x</a></div>',
    ],
    ['one colour', '<div style="background:#FFF"><span style="color:#ffffff">x</span></div>'],
    ['far away', '<div style="text-indent:-9999px">x</div>'],
    ['head', '<head><title>x</title><style>x</style></head>'],
    ['a comment', '<!--[if mso]><p>x</p><![endif]-->'],
  ])('leaves out what is hidden by %s', (_, html) => {
    expect(visibleText(`${html}<p>seen</p>`)).toBe('seen');
  });

  it.each([
    ['a size set back inside', '<td style="font-size:0"><div style="font-size:13px">x</div></td>'],
    [
      'a rule for small screens',
      '<style>@media (max-width:9px){.a{display:none}}</style><p class="a">x</p>',
    ],
    ['white on a picture', '<td background="a.png"><font color="#ffffff">x</font></td>'],
    ['the colour around it', '<p style="color:inherit">x</p>'],
    ['a link in the colour around it', '<a style="color: inherit !important" href="#">x</a>'],
    ['the current colour', '<b style="color:currentColor">x</b>'],
    [
      'white on a gradient',
      '<p style="background:#fff"><a style="background-image:linear-gradient(#222,#444);color:#fff" href="#">x</a></p>',
    ],
    ['white on a dark button', '<a style="background:#222;color:#fff" href="#">x</a>'],
    ['a paragraph after a hidden one left open', '<p style="display:none">pre<p>x</p>'],
  ])('shows %s', (_, html) => {
    expect(visibleText(html)).toBe('x');
  });

  it('drops filling characters but keeps the joiners of a word', () => {
    expect(visibleText('a\u200b\u200c \u200d\ufeffb')).toBe('a b');
    expect(visibleText('می\u200cخواهید')).toBe('می\u200cخواهید');
  });
});
