import type { Dice } from './dice.ts';

const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

const phrases: readonly string[] = [
  ...['Your verification code is 482913.', 'Code: AB12-CD34', 'Ihr Bestätigungscode lautet 0042'],
  ...[
    '認証コード：123456',
    'Please confirm your e-mail address',
    'Click below to verify',
    'رمز ۴۸۱۹۳۶',
  ],
  ...[
    'If this was not you, ignore it',
    '@x.example #998877',
    'Order 20250304 of 4.3.2025',
    '１２３４５６',
  ],
  ...[
    'Call +49 30 1234567',
    'PIN\u00a042 42',
    'Reset your password',
    'Unsubscribe',
    '\u202e654321\u202c',
  ],
];

const urls: readonly string[] = [
  ...['https://x.example/verify?token=abcdef0123456789', 'http://x.example/u/unsubscribe?e=1'],
  ...['https://t.example/c?url=https%3A%2F%2Fx.example%2Fconfirm%3Ft%3D1', 'javascript:alert(1)'],
  ...[
    'data:text/html,x',
    'mailto:a@b.example',
    '//x.example/verify',
    '/verify',
    '#',
    '',
    'https://',
  ],
  ...[
    'https://x.example/confirm?a=1&amp;b=2',
    'https://x.example/reset?a=1&copy=2',
    'HTTPS://X/verify',
  ],
  ...[
    'https://x.example/ve rify',
    'https://x.example/%zz',
    'https://[::1]/verify?t=1',
    'https://ü.example',
  ],
  ...['https://a:b@x.example/verify?t=1', 'https://x.example:99999/', 'ht\ntps://x.example/verify'],
  ...[
    ' https://x.example/activate/9f8e7d6c5b4a ',
    'https://x.example/\u202everify',
    'https://x.example/<b>',
  ],
];

const attributes: readonly string[] = [
  ...[
    'style="display:none"',
    'style="color:#fff;font-size:0"',
    'style=";;;:::"',
    'class=btn',
    'hidden',
  ],
  ...[
    "alt='482913'",
    'title="x',
    'href',
    '=',
    '"',
    "onclick='x'",
    'style="display:none',
    'dir=rtl',
  ],
  ...['background-color:red', 'data-x=&quot;', 'bgcolor="#0000ff"', 'lang=de', 'width=1 height=1'],
];

const tags: readonly string[] = [
  ...[
    'div',
    'p',
    'span',
    'table',
    'tr',
    'td',
    'b',
    'h1',
    'center',
    'ul',
    'li',
    'br',
    'hr',
    'button',
  ],
  ...[
    'style',
    'script',
    'title',
    'head',
    'body',
    'html',
    'svg',
    'math',
    'template',
    'noscript',
    'o:p',
  ],
  ...[
    'textarea',
    'xmp',
    'plaintext',
    'iframe',
    'select',
    'option',
    'form',
    'font',
    'a',
    'pre',
    'x-y',
  ],
];

const rawPieces: readonly string[] = [
  ...[
    '<!-- ',
    '-->',
    '<!',
    '<![CDATA[',
    ']]>',
    '<?xml ?>',
    '</',
    '<>',
    '< a>',
    '<a',
    '&',
    '&#',
    '&#x;',
  ],
  ...[
    '&#99999999;',
    '&nbsp;',
    '&zwnj;',
    '&lt',
    '&amp;#49;',
    '<![if mso]>',
    '<![endif]-->',
    '<!DOCTYPE x>',
  ],
  ...[
    '<style>.a{display:none}</style>',
    '<style>@media{',
    '<script>"</script>"',
    '\0',
    '\ufeff',
    '\ud83d',
  ],
];

function linkTo(dice: Dice): string {
  const quote = dice.pick(['"', "'", '']);
  return `<a href=${quote}${dice.pick(urls)}${quote} ${dice.pick(attributes)}>${dice.pick(phrases)}</a>`;
}

function action(dice: Dice): string {
  const url = dice.pick(urls).replaceAll('/', dice.pick(['/', '\\/', '\\u002f']));
  const json = `{"@context":"http://schema.org","@type":"EmailMessage","potentialAction":{"@type":"ViewAction","target":"${url}"}}`;
  const cut = dice.percent(80) ? json : json.slice(0, dice.below(json.length));
  return `<script type="application/ld+json">${cut}</script>`;
}

function piece(dice: Dice, depth: number): string {
  switch (dice.below(8)) {
    case 0:
    case 1:
      return linkTo(dice);
    case 2:
      return dice.pick(rawPieces);
    case 3:
      return action(dice);
    case 4:
      return `<${dice.pick(tags)} ${dice.pick(attributes)}>`;
    case 5:
    case 6: {
      if (depth === 0) return dice.pick(phrases);
      const tag = dice.pick(tags);
      return `<${tag} ${dice.pick(attributes)}>${pieces(dice, depth - 1)}</${tag}>`;
    }
    default:
      return dice.pick(phrases);
  }
}

function pieces(dice: Dice, depth: number): string {
  const count = dice.skewed(10);
  return Array.from({ length: count }, () => piece(dice, depth)).join(dice.pick(['', ' ', '\r\n']));
}

/** Octets of UTF-8, one a character. */
export const inventHtml = (dice: Dice): string => latin1(pieces(dice, 6));

export function inventText(dice: Dice): string {
  const count = dice.skewed(12);
  const lines = Array.from({ length: count }, () =>
    dice.percent(60) ? dice.pick(phrases) : dice.pick(urls),
  );
  return latin1(lines.join(dice.pick(['\r\n', ' ', '\n', '\r\n> '])));
}
