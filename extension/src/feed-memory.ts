// A feed in memory, for its tests: a server with what a publisher has, and a
// browser of the standard edition that follows it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Engine } from './engine';
import { Feed } from './feed';
import type { FeedTrouble, FeedAnswer, FeedPath } from './feed-network';
import type { FeedRecord } from './feed-store';
import { Activation } from './rules-activation';
import { agencyId, buildBundles } from './rules-built';
import { hex, sha256, textHash } from './rules-note';
import { Publisher } from './rules-publisher';
import { isStale } from './rules-record';
import { nothingKept, type RulesRecord } from './rules-store';

const module = WebAssembly.compile(Uint8Array.from(readFileSync('bin/engine.wasm')).buffer);
export const blobs = buildBundles('.');
export const start = 1_760_000_000;
export const capability = 'k3'.repeat(13);
export const address = `https://rules.example/v1/a/${capability}`;
const utf8 = new TextEncoder();
export const found = () => Publisher.found(agencyId, ['ann', 'ben'], 2, start);

/** A server in memory: what a publisher has, by path, with a head of its own making. */
export class Server {
  asked: string[] = [];
  head = '';
  /** Where it is to be had. */
  origins = ['https://rules.example'];
  trouble: FeedTrouble | undefined;
  /** The next answer is on its way until this is kept. */
  held: Promise<void> | undefined;

  constructor(public p: Publisher) {}

  async beat(issued: number, stale = issued + 86_400): Promise<void> {
    this.head = await this.p.headNote(issued, stale);
  }

  ask = async (to: { origin: string; capability: string }, path: FeedPath, tag = ''): Promise<FeedAnswer> => {
    this.asked.push(path + (tag && ` ${tag}`));
    assert.deepEqual([this.origins.includes(to.origin), to.capability], [true, capability]);
    if (this.trouble) throw this.trouble;
    const bytes = await this.find(path);
    const { held } = this;
    this.held = undefined;
    await held;
    if (!bytes) return { kind: 'gone' };
    return path === 'head' && tag === `"${hex(await sha256(bytes)).slice(0, 32)}"` ? { kind: 'same' } : { kind: 'given', bytes };
  };

  private async find(path: FeedPath): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const [kind, name] = path.split('/');
    if (kind === 'head') return this.head ? utf8.encode(this.head) : undefined;
    if (kind === 'root') return encoded(this.p.roots[Number(name) - 1]?.note);
    for (const r of this.p.releases) {
      if (kind === 'release' && (await textHash(r.text)) === name) return encoded(r.note);
      if (kind === 'blob' && hex(await sha256(r.blob)) === name) return r.blob;
    }
    return undefined;
  }
}

const encoded = (note: string | undefined) => (note === undefined ? undefined : utf8.encode(note));

/** A browser of the standard edition: what it keeps outlives restart(). */
export class Browser {
  now = start + 100;
  rules: RulesRecord = nothingKept;
  feedRecord: FeedRecord = { followed: null, trying: '' };
  /** Seconds of each setting of the alarm; the last is undefined where it is silent. */
  alarm: (number | undefined)[] = [];
  takenBack: string[] = [];
  told = 0;
  writes = 0;
  activation!: Activation;
  feed!: Feed;

  constructor(readonly server: Server) {
    this.restart();
  }

  restart(): void {
    const store = { read: async () => structuredClone(this.rules), keep: async (r: RulesRecord) => void (this.rules = structuredClone(r)) };
    const a = (this.activation = new Activation({ store, apart: async () => Engine.start(await module), now: () => this.now, changed: async () => {} }));
    this.feed = new Feed({
      record: () => a.record(), state: () => a.state(), look: (c, f) => a.look(c, f), take: (c, f) => a.take(c, 'feed', f),
      badge: async () => ((await a.record()).refusal ? 'rejected' : isStale((await a.record()).kept, this.now) ? 'stale' : 'checking'),
      told: async () => void this.told++,
    }, {
      store: { read: async () => structuredClone(this.feedRecord), keep: async (r) => { this.writes++; this.feedRecord = structuredClone(r); } },
      ask: this.server.ask, now: () => this.now, random: () => 0.5,
      ringIn: async (s) => void this.alarm.push(s), rings: async () => this.alarm.at(-1) !== undefined, silence: async () => void this.alarm.push(undefined),
      takeBack: async (p) => void this.takenBack.push(p),
    });
  }

  async enrol(): Promise<string> {
    const code = `${address}#${await this.server.p.fingerprint()}`;
    await this.feed.asks(code, false);
    const look = await this.feed.look(code);
    assert.ok(look.ok, JSON.stringify(look));
    const { view, refusal } = await this.feed.take(code);
    assert.deepEqual([refusal, view?.source, view?.seq], [null, 'feed', this.server.p.releases.length]);
    return code;
  }

  async seq(): Promise<number | undefined> {
    return (await this.activation.state()).view?.seq;
  }

  async refusal(): Promise<string | undefined> {
    return (await this.activation.state()).refusal?.reason;
  }
}

export async function enrolled(): Promise<Browser> {
  const p = await found();
  await p.release(blobs.first, start);
  const server = new Server(p);
  await server.beat(start + 50);
  const b = new Browser(server);
  await b.enrol();
  server.asked = [];
  return b;
}
