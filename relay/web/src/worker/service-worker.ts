export {};

declare const self: ServiceWorkerGlobalScope;

// Filled in by the build: its files, all of them with a hash in their name or unchanged from build to build.
const files: unknown = JSON.parse('__OWN_FILES__');
const ownFiles = new Set(
  (Array.isArray(files) ? files : []).map((name) => new URL(String(name), self.location.href).href),
);
const page = new URL('./', self.location.href).href;
const cacheName = 'mayfly-__OWN_VERSION__';

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([page, ...ownFiles]);
  await self.skipWaiting();
}

async function dropOld(): Promise<void> {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
  await self.clients.claim();
}

/** The page as the relay has it now; without a network, as it was. */
async function freshPage(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(page, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(page);
    if (kept !== undefined) return kept;
    throw error;
  }
}

async function ownFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? (await fetch(request));
}

/** Somebody pressed a notification: the page comes to the front. */
async function showPage(): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window' });
  if (open === undefined) await self.clients.openWindow(page);
  else await open.focus();
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(dropOld()));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showPage());
});
// Everything else, every answer of the relay among it, goes its way as if there were no worker.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && request.url === page) event.respondWith(freshPage(request));
  else if (ownFiles.has(request.url)) event.respondWith(ownFile(request));
});
