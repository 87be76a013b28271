import { createHash } from 'node:crypto';
import { domainToUnicode } from 'node:url';
import type { RequestHandler } from 'express';
import type { HttpSettings } from './deps.ts';
import { landingStyle } from './landing-style.ts';

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    "'": '#39',
  };
  return text.replace(/[&<>"']/g, (c) => `&${names[c] ?? ''};`);
}

/** The mayfly of the extension's icon. */
const logo = `<svg class="logo" viewBox="0 0 128 128" aria-hidden="true">
  <rect width="128" height="128" rx="30" fill="#10615b"/>
  <g transform="translate(-1 8)">
    <path d="M40 80C26 52 36 24 64 8c14 26 12 54-6 76Z" fill="#dcee94"/>
    <path d="M46 76C43 54 49 32 61 16M53 80c7-14 12-28 14-44" fill="none" stroke="#10615b" stroke-opacity=".4" stroke-width="2.6" stroke-linecap="round"/>
    <path d="M60 86c4-20 16-34 38-38 0 20-12 36-30 44Z" fill="#a6d267"/>
    <circle cx="24" cy="78" r="10" fill="#f4fbf8"/>
    <path d="M27 84c8 10 28 14 46 10 18-4 22-26 43-34M73 94c12-6 24-8 39-2" fill="none" stroke="#f4fbf8" stroke-width="5.5" stroke-linecap="round"/>
    <path d="M26 80c10-4 23 0 33 6 8 4 16 4 22 2-8 10-22 13-34 10-10-3-18-8-22-16Z" fill="#f4fbf8"/>
  </g>
</svg>`;

function connectSection(access: HttpSettings['access'], publicUrl: string): string {
  const who =
    access === 'open'
      ? 'It is open: whoever reaches it on this machine may make addresses.'
      : 'It is private: whoever runs it gives access to each browser.';
  return `<section>
<h2>Connect your browser</h2>
<ol>
<li>Install the Mayfly extension in Chrome, Edge or Firefox.</li>
<li>Open its options and enter the address of this relay:<br><code class="url">${escapeHtml(publicUrl)}</code></li>
<li>Press <b>Connect</b>. From then on a right click on an e-mail field fills in a fresh address.</li>
</ol>
<p class="note">${who}</p>
</section>`;
}

function page({ access, domains, version, limits }: HttpSettings, publicUrl: string): string {
  const domainList = domains
    .map((domain) => `<li><code>@${escapeHtml(domainToUnicode(domain))}</code></li>`)
    .join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Mayfly relay</title>
<style>${landingStyle}</style>
</head>
<body>
<main>
${logo}
<p class="state"><span class="dot"></span>This relay is running</p>
<h1>A fresh address for every sign-up</h1>
<p class="lead">Mayfly makes an e-mail address that lives for ${limits.ttlMinutes} minutes, receives the mail that a site
sends to it, and offers its link or code where you need it. The mail goes when its address does.</p>
${connectSection(access, publicUrl)}
<section>
<h2>The web inbox is not built</h2>
<p>It would stand here. Start the relay with <code>npm start</code>, which builds it first, or run <code>vite build</code> in
<code>relay/web</code> and start the relay again.</p>
</section>
<section>
<h2>Addresses end in</h2>
<ul class="domains">${domainList}</ul>
</section>
<footer>
<span>Mayfly ${escapeHtml(version)}</span>
<a href="v1/openapi.json">HTTP API</a>
<a href="readyz">Status</a>
</footer>
</main>
</body>
</html>
`;
}

/** A page without script for who opens a relay without the web inbox in a browser. Its one style is named in the policy by its hash. */
export function landingPage(settings: HttpSettings): RequestHandler {
  const hash = createHash('sha256').update(landingStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return (req, res) => {
    const publicUrl = settings.publicUrl ?? `http://${req.headers.host ?? ''}`;
    res.set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy });
    res.type('text/html; charset=utf-8').end(page(settings, publicUrl));
  };
}
