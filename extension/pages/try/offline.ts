// Keeps the Try it page for when there is no network: the files of this build,
// fetched once, and nothing else ever. It sees addresses, never text.

const cacheName = 'second-look-BUILD_STAMP';
const files = [
  './', 'index.html', 'try.js', 'try.css', 'worker.js', 'engine.wasm', 'app.webmanifest', 'icon-128.png', 'icon-512.png',
];

interface WorkerEvent extends Event {
  waitUntil(p: Promise<unknown>): void;
}
interface Asked extends WorkerEvent {
  request: Request;
  respondWith(r: Promise<Response>): void;
}

self.addEventListener('install', (event) => {
  (event as WorkerEvent).waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)));
});

self.addEventListener('activate', (event) => {
  const clear = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('second-look-') && name !== cacheName) await caches.delete(name);
    }
  };
  (event as WorkerEvent).waitUntil(clear());
});

self.addEventListener('fetch', (event) => {
  const { request } = event as Asked;
  if (request.method !== 'GET') return;
  const answer = async () => (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
  (event as Asked).respondWith(answer());
});
