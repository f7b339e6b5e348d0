// The whole outside world of a browser under test: one port that answers TLS
// and plain HTTP for every host name, serves the fixture pages, and writes
// down each name asked for and each request with headers and body.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import * as http from 'node:http';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { bundles } from './paths';

/** One request that reached the outside world. */
export interface Seen {
  host: string;
  method: string;
  url: string;
  headers: string[];
  body: string;
}

export interface Site {
  port: number;
  seen: Seen[];
  /** Host names of TLS hellos and proxy tunnels, whether or not a request followed. */
  names: Set<string>;
  /** Hosts, with their ports, whose requests are written down and then passed on to them; nothing where they are down. */
  real: Set<string>;
  close(): Promise<void>;
}

/** Host names with a page of their own; every other host serves /kind. */
const pages: Record<string, string> = {
  'x.com': 'x', 'bsky.app': 'bsky', 'mastodon.social': 'mastodon', 'www.facebook.com': 'facebook', 'www.linkedin.com': 'linkedin',
  'www.reddit.com': 'reddit', 'www.threads.com': 'threads', 'www.threads.net': 'threads', 'www.instagram.com': 'instagram',
  'www.tiktok.com': 'tiktok', 'www.youtube.com': 'youtube', 'www.tumblr.com': 'blocks', 'wordpress.com': 'blocks',
  'discord.com': 'discord', 'medium.com': 'articles', 'secondlook.substack.com': 'substack', 'www.quora.com': 'articles', 'nextdoor.com': 'articles',
  'elk.zone': 'fedi', 'phanpy.social': 'fedi', 'semaphore.social': 'fedi', 'misskey.io': 'fedi',
};

function certificate(): { key: string; cert: string } {
  const dir = mkdtempSync(join(tmpdir(), 'cert-'));
  const names = [...Object.keys(pages), 'forum.example', 'player.example'].map((n) => `DNS:${n}`).join(',');
  const out = ['-keyout', join(dir, 'key'), '-out', join(dir, 'cert')];
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
    '-subj', '/CN=fixture', '-addext', `subjectAltName=${names}`, ...out,
  ], { stdio: 'pipe' });
  const pair = { key: readFileSync(join(dir, 'key'), 'utf8'), cert: readFileSync(join(dir, 'cert'), 'utf8') };
  rmSync(dir, { recursive: true });
  return pair;
}

/** Pages whose editors write innerHTML or parse strings: such a site cannot demand Trusted Types. */
const parsing = ['quill', 'bsky', 'ckeditor', 'tinymce', 'trix', 'gutenberg', 'frame', 'linkedin', 'substack', 'fedi'];

/** The sites' kind of policy: nonce scripts, Trusted Types, own connections, no frames but their own. */
function policy(kind: string, nonce: string): string {
  const types = parsing.includes(kind) ? '' : "; require-trusted-types-for 'script'";
  return `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; ` +
    `img-src 'self' data: blob:; connect-src 'self'; frame-src 'self' blob: https://player.example; object-src 'none'; base-uri 'none'${types}`;
}

function document(kind: string, hostile: boolean, nonce: string): string {
  const script = (name: string, more = '') => `<script nonce="${nonce}" src="/assets/${name}.js"${more}></script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${kind}</title>` +
    `<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/page.css">` +
    `${hostile ? script('hostile') : ''}</head><body><div id="root"></div>${script(kind, ' defer')}</body></html>`;
}

function answer(seen: Seen, res: http.ServerResponse): void {
  const url = new URL(seen.url, 'https://fixture');
  if (seen.method === 'POST') return void res.writeHead(204).end();
  const asset = /^\/assets\/([a-z]+\.(?:js|css))$/.exec(url.pathname)?.[1];
  if (asset) {
    const type = asset.endsWith('.js') ? 'text/javascript' : 'text/css';
    return void res.writeHead(200, { 'content-type': type }).end(readFileSync(join(bundles, asset)));
  }
  const kind = pages[seen.host.replace(/:\d+$/, '')] ?? /^\/([a-z]+)$/.exec(url.pathname)?.[1];
  if (!kind) return void res.writeHead(404).end();
  const nonce = randomBytes(16).toString('base64');
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy(kind, nonce) };
  res.writeHead(200, headers).end(document(kind, url.searchParams.has('hostile'), nonce));
}

/** Passes a request without a body on; one that nobody answers ends as a connection that breaks. */
function pass({ host, method, url, headers }: Seen, res: http.ServerResponse): void {
  const on = http.request({ host: '127.0.0.1', port: host.split(':')[1], method, path: url, headers, agent: false }, (from) => {
    res.writeHead(from.statusCode!, from.rawHeaders);
    from.pipe(res);
  });
  on.on('error', () => res.destroy()).end();
}

/** Starts the world on a free port of 127.0.0.1. */
export async function startSite(): Promise<Site> {
  const seen: Seen[] = [];
  const names = new Set<string>();
  const real = new Set<string>();
  const sockets = new Set<net.Socket>();
  const inner = http.createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8').on('data', (part) => (body += part)).on('end', () => {
      // A proxy (Firefox's) is asked for whole addresses.
      const one = { host: req.headers.host ?? '', method: req.method!, url: req.url!.replace(/^http:\/\/[^/]+/, ''), headers: req.rawHeaders, body };
      seen.push(one);
      if (real.has(one.host)) pass(one, res);
      else answer(one, res);
    });
  });
  // A browser that uses us as its proxy (Firefox) tunnels back to the same port.
  inner.on('connect', (req, socket, head) => {
    names.add(req.url!);
    const up = net.connect((door.address() as net.AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      up.write(head);
      up.pipe(socket).pipe(up);
    });
    up.on('error', () => socket.destroy());
    socket.on('error', () => up.destroy());
  });
  const pair = certificate();
  const secure = tls.createServer({
    ...pair,
    SNICallback: (name, done) => {
      names.add(name);
      done(null, tls.createSecureContext(pair));
    },
  }, (socket) => inner.emit('connection', socket));
  secure.on('tlsClientError', () => {});
  const door = net.createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}));
    socket.once('readable', () => {
      const first = socket.read(1) as Buffer | null;
      if (!first) return;
      socket.unshift(first);
      (first[0] === 0x16 ? secure : inner).emit('connection', socket);
    });
  });
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
  const close = () => new Promise<void>((done) => {
    door.close(() => done());
    sockets.forEach((s) => s.destroy());
  });
  return { port: (door.address() as net.AddressInfo).port, seen, names, real, close };
}
