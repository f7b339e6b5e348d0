// Keeps the Try it page for when there is no network: the files of this build,
// fetched once, and nothing else ever. It sees addresses, never text.

/** Written in by the build: which build, and the files it is made of. */
declare const BUILD_STAMP: string;
declare const BUILD_FILES: string[];

const mine = `second-look-${BUILD_STAMP}`;

interface WorkerEvent extends Event {
  waitUntil(p: Promise<unknown>): void;
}
interface Asked extends WorkerEvent {
  request: Request;
  respondWith(r: Promise<Response>): void;
}
declare const clients: { claim(): Promise<void> };

/** Past the browser's own cache, which may hold files of the build before. */
async function fetchAll(): Promise<void> {
  const cache = await caches.open(mine);
  await cache.addAll(BUILD_FILES.map((file) => new Request(file, { cache: 'reload' })));
}

async function clearOthers(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('second-look-') && name !== mine) await caches.delete(name);
  }
  // The page that brought us is kept from its first visit on.
  await clients.claim();
}

/** What is kept of an address. A server may send index.html on to the folder, and what was sent on opens no page. */
async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(mine);
  const asked = request.url.replace(/[?#].*$/, '').replace(/\/index\.html$/, '/');
  return (await cache.match(asked)) ?? fetch(request);
}

self.addEventListener('install', (event) => (event as WorkerEvent).waitUntil(fetchAll()));
self.addEventListener('activate', (event) => (event as WorkerEvent).waitUntil(clearOthers()));
self.addEventListener('fetch', (event) => {
  const asked = event as Asked;
  if (asked.request.method === 'GET') asked.respondWith(kept(asked.request));
});
