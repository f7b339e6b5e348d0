// Writes the notes and the file of an agency's release, as internal/trust
// says: for the approve page, and for tests. The engine's verify reads them;
// nothing here is believed.

const utf8 = new TextEncoder();

/** One who signs: a name and an Ed25519 key. */
export interface NoteSigner {
  name: string;
  /** The 32 bytes of the public key. */
  key: Uint8Array;
  sign(text: Uint8Array): Promise<Uint8Array>;
}

export interface RootText {
  agency: string;
  name: string;
  version: number;
  previous?: string;
  issued: number;
  need: number;
  approvers: string[];
  head: string;
  recovery: string;
}

export interface ReleaseText {
  agency: string;
  root: number;
  seq: number;
  previous?: string;
  issued: number;
  bundle: string;
  size: number;
  schema: number;
  raises: boolean;
  author: string;
  report?: string;
  changes: string[];
}

export interface HeadText {
  agency: string;
  seq: number;
  release: string;
  issued: number;
  stale: number;
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

export const hex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');

/** Hash of a note's text, by which the next one names it. */
export const textHash = async (text: string): Promise<string> => hex(await sha256(utf8.encode(text)));

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const ed25519 = 1; // the kind of key, its first byte

const keyBytes = (key: Uint8Array): Uint8Array => Uint8Array.of(ed25519, ...key);

async function keyHash({ name, key }: Pick<NoteSigner, 'name' | 'key'>): Promise<Uint8Array> {
  return (await sha256(Uint8Array.of(...utf8.encode(`${name}\n`), ...keyBytes(key)))).subarray(0, 4);
}

/** A public key as notes write it: name+hash+base64. */
export async function publicKey(signer: Pick<NoteSigner, 'name' | 'key'>): Promise<string> {
  return `${signer.name}+${hex(await keyHash(signer))}+${base64(keyBytes(signer.key))}`;
}

type Line = [field: string, value: string | number | undefined];

const noteText = (kind: string, lines: Line[]): string =>
  [`secondlook ${kind} v1`, ...lines.filter(([, v]) => v !== undefined).map(([f, v]) => `${f} ${v}`), ''].join('\n');

export function rootText(r: RootText): string {
  return noteText('root', [
    ['agency', r.agency], ['name', r.name], ['version', r.version], ['previous', r.previous], ['issued', r.issued], ['need', r.need],
    ...r.approvers.map((a): Line => ['approver', a]), ['head', r.head], ['recovery', r.recovery],
  ]);
}

export function releaseText(r: ReleaseText): string {
  return noteText('release', [
    ['agency', r.agency], ['root', r.root], ['seq', r.seq], ['previous', r.previous], ['issued', r.issued], ['bundle', r.bundle],
    ['size', r.size], ['schema', r.schema], ['raises', r.raises ? 'yes' : 'no'], ['author', r.author], ['report', r.report],
    ...r.changes.map((c): Line => ['change', c]),
  ]);
}

export function headText(h: HeadText): string {
  return noteText('head', [
    ['agency', h.agency], ['seq', h.seq], ['release', h.release], ['issued', h.issued], ['stale', h.stale],
  ]);
}

/** One line of signature under a note's text. */
export async function signatureLine(text: string, signer: NoteSigner): Promise<string> {
  const signature = await signer.sign(utf8.encode(text));
  return `— ${signer.name} ${base64(Uint8Array.of(...(await keyHash(signer)), ...signature))}\n`;
}

export async function signNote(text: string, signers: NoteSigner[]): Promise<string> {
  const lines = await Promise.all(signers.map((s) => signatureLine(text, s)));
  return `${text}\n${lines.join('')}`;
}

export type Part = [name: 'root' | 'release' | 'head' | 'bundle', body: string | Uint8Array];

const magic = 'secondlook rbundle v1\n';

export function rbundle(parts: Part[]): Uint8Array<ArrayBuffer> {
  const all = parts.flatMap(([name, body]) => {
    const bytes = typeof body === 'string' ? utf8.encode(body) : body;
    return [utf8.encode(`${name} ${bytes.length}\n`), bytes];
  });
  return joined([utf8.encode(magic), ...all]);
}

function joined(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(pieces.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const p of pieces) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

/** Takes a file apart into its parts; null where it is none. Whether to believe them, verify says. */
export function partsOf(file: Uint8Array): { name: string; body: Uint8Array<ArrayBuffer> }[] | null {
  const decoder = new TextDecoder();
  if (decoder.decode(file.subarray(0, magic.length)) !== magic) return null;
  const parts: { name: string; body: Uint8Array<ArrayBuffer> }[] = [];
  for (let at = magic.length; at < file.length; ) {
    const end = file.indexOf(0x0a, at);
    const [, name, size] = /^([a-z]+) (\d{1,8})$/.exec(decoder.decode(file.subarray(at, Math.max(at, end)))) ?? [];
    if (!name || end + 1 + Number(size) > file.length) return null;
    parts.push({ name, body: Uint8Array.from(file.subarray(end + 1, end + 1 + Number(size))) });
    at = end + 1 + Number(size);
  }
  return parts;
}
