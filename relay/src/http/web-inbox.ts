import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Request, RequestHandler, Response } from 'express';

interface WebFile {
  readonly type: string;
  /** By content coding; `identity` is the file itself. */
  readonly forms: ReadonlyMap<string, Buffer>;
  /** Its name has a hash of what it holds. */
  readonly immutable: boolean;
}

/** The files of the built web inbox by their path, `/` for the page. */
export type WebInbox = ReadonlyMap<string, WebFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
/** In the order in which they are preferred, with the endings of their files. */
const codings = [
  ['br', '.br'],
  ['gzip', '.gz'],
  ['identity', ''],
] as const;

/**
 * A mail is shown in a srcdoc frame, which inherits this policy and narrows styles and images further (shared/ui
 * mail-document.ts); `frame-src 'none'` keeps that frame from going anywhere. The page itself has no inline style.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: http: https:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function listFiles(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}

/** Reads a built web inbox into memory, small as it is. Null: there is none. */
export function readWebInbox(folder: string): WebInbox | null {
  const files = new Map<string, WebFile>();
  const octets = new Map(
    listFiles(folder)
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const file = path.join(parentPath, name);
        return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)];
      }),
  );
  for (const name of octets.keys()) {
    const type = types[path.extname(name)];
    if (type === undefined) continue;
    const forms = codings.flatMap(([coding, ending]) => {
      const form = octets.get(name + ending);
      return form === undefined ? [] : [[coding, form] as const];
    });
    const immutable = name.startsWith('assets/');
    const at = name === 'index.html' ? '/' : `/${name}`;
    files.set(at, { type, forms: new Map(forms), immutable });
  }
  return files.has('/') ? files : null;
}

function answerFile(req: Request, res: Response, { type, forms, immutable }: WebFile): void {
  const coding = req.acceptsEncodings([...forms.keys()]) || 'identity';
  const octets = forms.get(coding) ?? Buffer.alloc(0);
  res.set({
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    'Content-Length': String(octets.length),
    'X-DNS-Prefetch-Control': 'off',
  });
  if (coding !== 'identity') res.set('Content-Encoding', coding);
  res.end(req.method === 'HEAD' ? undefined : octets);
}

/** Without the slash the page's own files would be looked for beside it. */
export function completePath(publicUrl: string | null): RequestHandler {
  const prefix = publicUrl === null ? '/' : new URL(publicUrl).pathname;
  return (req, res, next) => {
    if (prefix.endsWith('/') || req.path !== prefix) next();
    else res.redirect(308, `${prefix}/`);
  };
}

/** Answers for the files of the web inbox; everything else goes on its way. */
export function serveWebInbox(files: WebInbox): RequestHandler {
  return (req, res, next) => {
    const file = req.method === 'GET' || req.method === 'HEAD' ? files.get(req.path) : undefined;
    if (file === undefined) next();
    else answerFile(req, res, file);
  };
}
