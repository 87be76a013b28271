/** What a url says about itself, without anybody asking its host. */
export interface UrlSigns {
  /** The url where a click tracker shows it, else the url itself. */
  readonly effective: string;
  readonly destination: string | undefined;
  /** Goes through a tracker that does not show where to: path and query mean nothing. */
  readonly opaque: boolean;
  readonly host: string;
  /** Path, query and fragment, in small letters, everything else than letters and digits as a space. */
  readonly words: string;
  /** No path, or one that a home page has. */
  readonly home: boolean;
  /** An image, a style sheet, a document. */
  readonly file: boolean;
  /** 0 to 3: how much a part of it looks like a secret made for one mail. */
  readonly token: number;
  /** That part; '' where there is none. */
  readonly secret: string;
}

const TRACKER_HOST =
  /(?:^|\.)(?:safelinks\.protection\.outlook\.com|track\.pstmrk\.it|awstrack\.me|mandrillapp\.com|list-manage\.com|sendgrid\.net|sendibt\d?\.com|sendibm\d?\.com|mailgun\.org|sparkpostmail\d?\.com|hubspotlinks\.com|customeriomail\.com|mjt\.lu|mlsend\.com|cmail\d+\.com|createsend\d*\.com|exct\.net|rs6\.net|klclick\d?\.com|ctrk\.klclick\.com|urldefense\.com|urldefense\.proofpoint\.com|linkprotect\.cudasvc\.com|protect2\.fireeye\.com|secure-web\.cisco\.com|slack-redir\.net|deref-mail\.com|mailtrack\.io|mailerlite\.com|intercom-clicks\.com|emltrk\.com|t\.co|lnkd\.in|bit\.ly|tinyurl\.com|brevo\.com|mimecast\.com|google\.com)$/;
/** First labels that hosts of click trackers carry. */
const TRACKER_LABEL =
  /^(?:click|clicks|clic|clics|klick|klik|clique|clk|track|tracking|trk|links?|go|email|mail|e|em|url\d{2,6}|ct|ctrk|t|r|l|lnk|redirect|mg|news)\d{0,4}$/;
const TRACKER_PATH =
  /^\/(?:tracking\/click|c\/|cl\/|f\/a\/|e\/c\/|l0\/|x\/d|click|ct\/|lt\/|3s\/|redirect|mk\/cl)/;
/** What only click trackers have, whatever their host. */
const TRACKER_ONLY =
  /^\/(?:ls\/click|uni\/ls\/click|wf\/(?:click|unsubscribe)|track\/click|tr\/cl|e3t\/ctc|ss\/c)\b/;
const REDIRECT_PARAMETER = new Set(
  'url u q target to dest destination redirecturl href link a l goto out p redirect'.split(' '),
);
/** A url in a url, JSON in base64, or a tracker that leaves the scheme out: most links hold none of them. */
const HOLDS_URL = /.https?(?::|%3a)|eyJ|pstmrk/i;
const FILE = /\.(?:png|jpe?g|gif|svg|webp|ico|css|js|woff2?|ics|zip|mp4|dtd|xsd)$/;
const CAMPAIGN =
  /(?<=[?&])(?:utm_\w+|mc_[ce]id|fbclid|gclid|_hs\w+|mkt_tok|vero_id|trk\w*)=[^&#]*/gi;
const HOME = /^\/?(?:[a-z]{2}(?:[-_][a-z]{2})?\/?|index\.(?:html?|php)|home\/?)?$/;

/** Reads a url; null when it is not one that a browser opens from a mail (http and https alone). */
export function readUrl(raw: string): UrlSigns | null {
  const url = parse(raw);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
    return null;
  const destination = HOLDS_URL.test(raw) ? unwrap(url, 2) : undefined;
  const effective = destination === undefined ? url : (parse(destination) ?? url);
  const opaque = destination === undefined && isTracker(url);
  const rest = safeDecode(`${effective.pathname}${ownQuery(effective)}${effective.hash}`);
  return {
    effective: destination ?? raw,
    destination,
    opaque,
    host: effective.hostname,
    words: splitWords(rest),
    home:
      !opaque &&
      HOME.test(effective.pathname.toLowerCase()) &&
      effective.search === '' &&
      effective.hash.length < 2,
    file: FILE.test(effective.pathname.toLowerCase()),
    ...(opaque ? noToken : measureToken(rest)),
  };
}

/** The query without what campaigns add to every link of a mail. */
function ownQuery(url: URL): string {
  return url.search.replace(CAMPAIGN, '');
}

/** One parse: asking whether it can be parsed would be a second one. */
function parse(raw: string): URL | null {
  try {
    return new URL(raw);
  } catch {
    return null;
  }
}

function isTracker(url: URL): boolean {
  if (TRACKER_HOST.test(url.hostname))
    return !url.hostname.endsWith('google.com') || url.pathname === '/url';
  if (TRACKER_ONLY.test(url.pathname.toLowerCase())) return true;
  const label = url.hostname.split('.', 1)[0] ?? '';
  const labels = url.hostname.split('.').length;
  return (
    labels > 2 &&
    TRACKER_LABEL.test(label) &&
    longestRun(`${url.pathname}${url.search}`) >= 16 &&
    hasTrackerShape(url)
  );
}

/** A tracker's path says nothing: short labels and one long run. */
function hasTrackerShape(url: URL): boolean {
  if (TRACKER_PATH.test(url.pathname.toLowerCase())) return true;
  return url.pathname.split('/').every((part) => part.length <= 2 || part.length >= 16);
}

/** Where a tracking link leads, when the url itself shows it. Never fetched. */
function unwrap(url: URL, depth: number): string | undefined {
  const inside = fromQuery(url) ?? fromPath(url) ?? fromPayload(url);
  const parsed = inside === undefined ? null : parse(inside);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return undefined;
  return (depth > 1 ? unwrap(parsed, depth - 1) : undefined) ?? inside;
}

function fromQuery(url: URL): string | undefined {
  if (!isRedirector(url)) return undefined;
  for (const [name, value] of url.searchParams) {
    if (REDIRECT_PARAMETER.has(name.toLowerCase()) && /^https?:\/\//i.test(value)) return value;
  }
  return undefined;
}

function isRedirector(url: URL): boolean {
  if (TRACKER_HOST.test(url.hostname)) return true;
  const place = `${url.hostname.split('.', 1)[0] ?? ''} ${url.pathname}`.toLowerCase();
  return /(?:^|[^a-z])(?:click|clk|track|tracking|redirect|redir|safelink|safelinks|link|links|out|leave|l\.php|deref)(?:[^a-z]|$)/.test(
    place,
  );
}

/** `…/L0/https%3A%2F%2Fexample.com%2F…/…`, `/v3/__https://…__`, and Postmark's `/3s/example.com%2Fpath/…`. */
function fromPath(url: URL): string | undefined {
  const path = url.pathname;
  const defended = path.indexOf('__http');
  if (defended >= 0)
    return path
      .slice(defended + 2)
      .split('__')[0]
      ?.replace(/^(https?:\/)([^/])/, '$1/$2');
  for (const part of path.split('/').slice(1, 8)) {
    if (/^https?(?::|%3a)(?:%2f){2}/i.test(part)) return safeDecode(part);
  }
  const postmark = /(?:^|\.)track\.pstmrk\.it$/.test(url.hostname) ? path.split('/') : [];
  if (/^\d?s$/.test(postmark[1] ?? '') && postmark[2]?.includes('.'))
    return `https://${safeDecode(postmark[2])}`;
  return undefined;
}

/** Mandrill and others carry JSON in base64. */
function fromPayload(url: URL): string | undefined {
  if (!TRACKER_HOST.test(url.hostname)) return undefined;
  const payload = url.searchParams.get('p') ?? url.pathname.split('/').at(-1) ?? '';
  if (!payload.startsWith('eyJ') || payload.length > 4096) return undefined;
  try {
    const outer = atob(
      payload
        .replaceAll('-', '+')
        .replaceAll('_', '/')
        .replace(/[^A-Za-z0-9+/]/g, ''),
    );
    const plain = outer.replaceAll('\\', '');
    return /"(?:url|href)"\s*:\s*"(https?:\/\/[^"\s]{1,2000})"/.exec(plain)?.[1];
  } catch {
    return undefined;
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Words of path and query: `/confirmEmail?do=x` becomes ` confirm email do x `. */
function splitWords(rest: string): string {
  const spaced = rest
    .slice(0, 1000)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const gaps = /^[\0-\x7f]*$/.test(spaced) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu;
  return ` ${spaced.replace(gaps, ' ').trim()} `;
}

function longestRun(text: string): number {
  return Math.max(0, ...text.split(/[^A-Za-z0-9_-]+/).map((part) => part.length));
}

const noToken = { token: 0, secret: '' };

function measureToken(rest: string): { token: number; secret: string } {
  let best = noToken;
  for (const part of rest.slice(0, 2000).split(/[/?&=#;,:@%\s]+/)) {
    const token = tokenWeight(part);
    if (token > best.token) best = { token, secret: part };
  }
  return best;
}

/** A tracker that its neighbours gave away: path and query mean nothing. */
export function asOpaque(signs: UrlSigns): UrlSigns {
  return { ...signs, ...noToken, opaque: true, home: false };
}

const SHORT_WORD = /^[a-z]{5,7}$/;

/** Digits among letters, both cases, no vowels in place: 3 for what nobody would type, 1 for a short one. */
export function tokenWeight(piece: string): number {
  // Most parts are plain words; they need no closer look.
  if (piece.length < 5 || SHORT_WORD.test(piece)) return 0;
  const part = piece.replace(/\.(?:html?|php|aspx?)$/i, '');
  const plain = part.replace(/[-_.~+]/g, '');
  if (plain.length < 5 || isPageName(part)) return 0;
  const digits = plain.replace(/\D/g, '').length;
  const letters = plain.length - digits;
  const hex = /^[0-9a-f]+$/i.test(plain);
  const mixed = /[a-z]/.test(plain) && /[A-Z]/.test(plain.slice(1));
  if (plain.length >= 16 && (hex || (digits > 0 && letters > 0))) return 3;
  if (plain.length >= 20 && !/[-_.]/.test(part.slice(1, -1))) return 3;
  if (plain.length >= 10 && digits > 0 && letters > 0) return 2;
  if (plain.length >= 8 && (plain.match(/\d(?=\D)|\D(?=\d)/g)?.length ?? 0) >= 2) return 2;
  if (plain.length >= 6 && mixed && digits > 0) return 2;
  if (plain.length >= 8 && letters === plain.length && isUnpronounceable(plain))
    return mixed ? 2 : 1;
  if (digits >= 1 && letters >= 1 && !/^[a-z]+\d{1,2}$/i.test(part) && !/^v?\d+$/i.test(part))
    return 1;
  return digits >= 12 ? 2 : digits >= 6 ? 1 : 0;
}

/** `invite-thread-2026`: the title of a page, as paths have it. */
function isPageName(part: string): boolean {
  return /^[a-z]{2,}(?:[-_](?:[a-z]{1,20}|\d{1,4}))+$/.test(part);
}

/** Letters that no word of a path would have in this order. */
function isUnpronounceable(letters: string): boolean {
  const vowels = letters.replace(/[^aeiouy]/gi, '').length;
  if (vowels <= letters.length / 5) return true;
  const turns = letters.match(/[A-Z](?=[a-z])|[a-z](?=[A-Z])/g)?.length ?? 0;
  return turns >= letters.length / 3 && turns >= 4;
}

/** Signs of the url that one of the parameters holds; for a redirector that only its neighbours give away. */
export function readWrapped(raw: string): UrlSigns | null {
  for (const [, value] of parse(raw)?.searchParams ?? []) {
    const signs = /^https?:\/\//i.test(value) ? readUrl(value) : null;
    if (signs) return { ...signs, destination: signs.destination ?? value };
  }
  return null;
}

/** Signs of a link whose real place another one of the mail, or its own words, shows. */
export function asShown(signs: UrlSigns, shown: UrlSigns): UrlSigns {
  return { ...shown, destination: signs.destination };
}
