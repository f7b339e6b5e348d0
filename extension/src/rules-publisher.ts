// An agency in memory, for tests: keys, roots and releases, right or wrong as
// a case wants them.

import {
  headText, hex, publicKey, rbundle, releaseText, rootText, sha256, signNote, textHash,
  type NoteSigner, type Part, type ReleaseText, type RootText,
} from './rules-note';

export async function newSigner(name: string): Promise<NoteSigner> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const key = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const sign = async (text: Uint8Array) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, Uint8Array.from(text)));
  return { name, key, sign };
}

export class Publisher {
  readonly roots: { text: string; note: string }[] = [];
  readonly releases: { text: string; note: string; blob: Uint8Array<ArrayBuffer> }[] = [];

  private constructor(
    readonly agency: string, readonly approvers: NoteSigner[], readonly need: number,
    private readonly head: NoteSigner, private readonly recovery: NoteSigner,
  ) {}

  static async found(agency: string, people: string[], need: number, issued: number): Promise<Publisher> {
    const signers = await Promise.all([...people, `${agency}-head`, `${agency}-recovery`].map(newSigner));
    const p = new Publisher(agency, signers.slice(0, -2), need, signers.at(-2)!, signers.at(-1)!);
    await p.root(issued);
    return p;
  }

  /** Adds the next root. */
  async root(issued: number, change: Partial<RootText> = {}): Promise<void> {
    const before = this.roots.at(-1);
    const text = rootText({
      agency: this.agency, name: 'Maple County Family Services', version: this.roots.length + 1,
      previous: before && (await textHash(before.text)), issued, need: this.need,
      approvers: await Promise.all(this.approvers.map(publicKey)),
      head: await publicKey(this.head), recovery: await publicKey(this.recovery), ...change,
    });
    this.roots.push({ text, note: await signNote(text, this.approvers.slice(0, this.need)) });
  }

  /** Adds the next release and returns the file as it then stands. */
  async release(blob: Uint8Array<ArrayBuffer>, issued: number, change: Partial<ReleaseText> = {}, signers = this.approvers.slice(0, this.need)): Promise<Uint8Array<ArrayBuffer>> {
    const before = this.releases.at(-1);
    const text = releaseText({
      agency: this.agency, root: this.roots.length, seq: this.releases.length + 1,
      previous: before && (await textHash(before.text)), issued, bundle: hex(await sha256(blob)), size: blob.length,
      schema: 1, raises: false, author: 'Ann Lee', changes: ['Case numbers are a question.'], ...change,
    });
    this.releases.push({ text, note: await signNote(text, signers), blob });
    return this.file();
  }

  /** What people compare of the first root, as internal/trust writes it. */
  async fingerprint(): Promise<string> {
    const sum = await sha256(new TextEncoder().encode(this.roots[0]!.text));
    const bits = [...sum].map((b) => b.toString(2).padStart(8, '0')).join('').slice(0, 125);
    const letters = bits.match(/.{5}/g)!.map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[parseInt(five, 2)]).join('');
    return letters.match(/.{5}/g)!.join('-');
  }

  async headNote(issued: number, stale: number): Promise<string> {
    const last = this.releases.at(-1)!;
    const release = await textHash(last.text);
    return signNote(headText({ agency: this.agency, seq: this.releases.length, release, issued, stale }), [this.head]);
  }

  file(head?: string, blob = this.releases.at(-1)!.blob): Uint8Array<ArrayBuffer> {
    return rbundle([
      ...this.roots.map((r): Part => ['root', r.note]), ...this.releases.map((r): Part => ['release', r.note]),
      ...(head ? [['head', head] satisfies Part] : []), ['bundle', blob],
    ]);
  }
}
