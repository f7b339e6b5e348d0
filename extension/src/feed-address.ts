// Where an agency's rules are asked for: the code that its people hand out,
//
//   https://rules.example.org/v1/a/k3…#4QK2M-…
//
// taken apart. What stands behind # is the root's fingerprint and is sent to
// nobody. Without TLS only this very machine is believed.

export interface FeedAddress {
  /** https://rules.example.org; http only of this machine. */
  origin: string;
  /** What nobody guesses, and whoever has it may read. */
  capability: string;
}

export interface FeedCode extends FeedAddress {
  /** Of one of the agency's roots, five groups of five. */
  fingerprint: string;
}

const longest = 500;
const loopback = ['127.0.0.1', 'localhost'];

/** Takes a code apart; a reason of RulesRefusal where it is none. */
export function readCode(code: string): FeedCode | 'feed-code' | 'feed-http' {
  const text = code.trim();
  if (text.length > longest || !URL.canParse(text)) return 'feed-code';
  const url = new URL(text);
  const capability = /^\/v1\/a\/([\w-]{16,64})\/?$/.exec(url.pathname)?.[1];
  const fingerprint = /^#((?:[0-9A-Z]{5}-){4}[0-9A-Z]{5})$/.exec(url.hash.toUpperCase())?.[1];
  if (!capability || !fingerprint || url.search || url.username || url.password) return 'feed-code';
  if (url.protocol === 'http:' && !loopback.includes(url.hostname)) return 'feed-http';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'feed-code';
  return { origin: url.origin, capability, fingerprint };
}

/** True where a pasted text wants to be such a code, and not rules. */
export const looksLikeCode = (text: string): boolean => /^\s*https?:\/\//i.test(text);

/** The browser's permission for the host of an origin; it knows no ports. */
export function permissionFor(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
