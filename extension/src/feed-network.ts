// The one module that asks the network, and in the standard edition alone. It
// makes GETs without a body to four kinds of path of the enrolled address, and
// carries nothing but them: no cookies, no referrer, no word of anybody's. It
// imports the shape of an address and nothing else; audit/network.test.ts holds
// it to this text.

import type { FeedAddress } from './feed-address';

export type FeedPath = 'head' | `root/${number}` | `release/${string}` | `blob/${string}`;

export type FeedAnswer =
  | { kind: 'given'; bytes: Uint8Array<ArrayBuffer> }
  /** What the tag names is what there is. */
  | { kind: 'same' }
  /** 404. */
  | { kind: 'gone' };

/** Why there was no answer that can be used; each is a reason of RulesRefusal. */
export class FeedTrouble extends Error {
  constructor(readonly reason: 'feed-offline' | 'feed-busy' | 'feed-other' | 'feed-large' | 'feed-gone', readonly retryAfter = '') {
    super(reason);
  }
}

const origins = /^(?:https:\/\/[^\s/?#@\\]+|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d{1,5})?)$/;
const capabilities = /^[\w-]{16,64}$/;
const paths = /^(?:head|root\/[1-9]\d{0,2}|(?:release|blob)\/[0-9a-f]{64})$/;
const tags = /^(?:"[0-9a-f]{32}")?$/;

/** Bytes after decompression; internal/trust says the same of each. */
const most = { head: 4 << 10, root: 16 << 10, release: 64 << 10, blob: 4 << 20 };
const patience = 20_000; // ms, the body included

/** The whole address; throws where any part of it is not of its form. */
export function feedUrl({ origin, capability }: FeedAddress, path: FeedPath): string {
  if (!origins.test(origin) || !capabilities.test(capability) || !paths.test(path)) throw new FeedTrouble('feed-other');
  return `${origin}/v1/a/${capability}/${path}`;
}

/** Asks for one thing. `tag` is what is had already, as this browser reckons it; '' for nothing. */
export async function ask(address: FeedAddress, path: FeedPath, tag = ''): Promise<FeedAnswer> {
  const headers: HeadersInit = tag !== '' && tags.test(tag) ? { 'If-None-Match': tag } : {};
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(feedUrl(address, path), {
      method: 'GET', credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer', headers, signal,
    });
    return await read(response, most[path.split('/')[0] as keyof typeof most]);
  } catch (cause) {
    throw cause instanceof FeedTrouble ? cause : new FeedTrouble('feed-offline'); // the cause names the address
  }
}

async function read(response: Response, limit: number): Promise<FeedAnswer> {
  const { status, body } = response;
  if (status === 200 && body) return { kind: 'given', bytes: await within(body, limit) };
  await body?.cancel();
  if (status === 304) return { kind: 'same' };
  if (status === 404) return { kind: 'gone' };
  if (status === 429 || status >= 500) throw new FeedTrouble('feed-busy', response.headers.get('Retry-After') ?? '');
  throw new FeedTrouble('feed-other');
}

/** Reads a body and stops where it is larger than it may be. */
async function within(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > limit) {
      await reader.cancel();
      throw new FeedTrouble('feed-large');
    }
    parts.push(next.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
