import { createHash } from 'node:crypto';
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

const logo = `<svg class="logo" viewBox="0 0 64 64" aria-hidden="true">
  <path class="wing" d="M31 34C14 33 6 22 8 10c12 1 22 9 23 24Z"/>
  <path class="wing" d="M33 34c17-1 25-12 23-24-12 1-22 9-23 24Z"/>
  <path class="wing small" d="M31 36c-10 0-16 5-17 12 8 2 15-3 17-12ZM33 36c10 0 16 5 17 12-8 2-15-3-17-12Z"/>
  <path class="body" d="M32 24v34M32 58l-5 5M32 58l5 5M32 24l-4-7M32 24l4-7"/>
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
    .map((domain) => `<li><code>@${escapeHtml(domain)}</code></li>`)
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

/** A page without script for who opens the relay in a browser. Its one style is named in the policy by its hash. */
export function landingPage(settings: HttpSettings): RequestHandler {
  const hash = createHash('sha256').update(landingStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return (req, res) => {
    const publicUrl = settings.publicUrl ?? `http://${req.headers.host ?? ''}`;
    res.set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy });
    res.type('text/html; charset=utf-8').end(page(settings, publicUrl));
  };
}
