import type { SafeHtml, SafeHtmlOptions } from './safe-html.ts';

/** What the frame may do beyond its sandbox: show styles and `data:` images, and remote images once asked. */
function framePolicy(images: SafeHtmlOptions['images']): string {
  const sources = images === 'shown' ? 'data: https: http:' : 'data:';
  return `default-src 'none'; img-src ${sources}; style-src 'unsafe-inline'; form-action 'none'; frame-src 'none'`;
}

/** Mail is written for white paper; a dark page around it stays dark. */
const paper = `
:root { color-scheme: light; background: #fff; }
body { margin: 0; color: #10262a; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
body > :first-child { min-height: 100vh; padding: 14px; box-sizing: border-box; }
a { color: #0b6157; }
img { max-width: min(100%, calc(100vw - 28px)) !important; height: auto; }
.mf-held { padding: 1px 7px; border: 1px dashed #8fa3a0; border-radius: 5px; background: #eef2f0; color: #40565a; font: 13px/1.5 system-ui, sans-serif; }
table { max-width: 100% !important; }
pre { white-space: pre-wrap; }
blockquote { margin-inline: 0; padding-inline-start: 12px; border-inline-start: 3px solid #d8e1de; }
`;

/** A style sheet must not end the element that holds it. DOMPurify sees to it; this is the second lock. */
function withoutEndTag(css: string): string {
  return css.replaceAll('</', '<\\/');
}

/** The whole document for the sandboxed frame's `srcdoc`. */
export function mailDocument(mail: SafeHtml, images: SafeHtmlOptions['images']): string {
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${framePolicy(images)}">`,
    '<meta http-equiv="X-DNS-Prefetch-Control" content="off">',
    '<meta name="referrer" content="no-referrer">',
    '<base target="_blank">',
    `<style>${paper}</style><style>${withoutEndTag(mail.styles)}</style>`,
    `</head><body>${mail.body}</body></html>`,
  ].join('');
}
