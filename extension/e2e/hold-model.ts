// What a worker does in a composer, drawn from a seed, and a plain model that
// says what has to come of it.

export const risks = [
  'My client Marisol Vega, 14, goes to court Tuesday in Osterville. ',
  'My client Dario Quint, 9, was removed from 12 Elm Street on Monday. ',
];
const harmless = ['Long day. ', 'Coffee helps. ', 'Glad that is over. ', 'So tired 😴 again. ', 'Fine. '];

export type Step =
  | { do: 'type' | 'paste' | 'replace'; text: string }
  | { do: 'undo' | 'switch' | 'leave' | 'dismiss' | 'off' | 'on' }
  | { do: 'post'; way: number; answer: 'edit' | 'escape' | 'post' };

/** Numbers in [0,1), the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Draft {
  text: string;
  /** Texts it had before, for undo. */
  before: string[];
  /** Risks that the worker said Edit about, or dismissed. */
  answered: Set<string>;
  /** The questions that they had before them then. */
  heard: Set<string>;
}

const draft0 = (): Draft => ({ text: '', before: [], answered: new Set(), heard: new Set() });

export class Model {
  readonly posts: string[] = [];
  on = true;
  at = 0;
  readonly drafts: Draft[];

  /** undoes: the editor's own undo can be trusted. */
  constructor(composers: number, readonly undoes: boolean) {
    this.drafts = Array.from({ length: composers }, draft0);
  }

  get now(): Draft {
    return this.drafts[this.at]!;
  }

  /** The risk that the draft at hand carries; never more than one. */
  get risk(): string | undefined {
    return risks.find((r) => this.now.text.includes(r));
  }

  /** An undo left a part of a risk: whether that is worth a question is the engine's to say. */
  get isInDoubt(): boolean {
    return this.risk === undefined && risks.some((r) => this.now.text.includes(r.slice(0, 12)));
  }

  /** Whether Post has to ask. */
  get asks(): boolean {
    return this.on && this.risk !== undefined && !this.now.answered.has(this.risk);
  }

  /** The worker answered what was asked about the risk. */
  answer(questions: readonly string[]): void {
    if (this.risk !== undefined) this.now.answered.add(this.risk);
    for (const q of questions) this.now.heard.add(q);
  }

  write(text: string): void {
    this.now.before.push(this.now.text);
    this.now.text = text;
  }

  /** texts: of every composer, after an undo. */
  undone(texts: readonly string[]): void {
    this.drafts.forEach((draft, i) => {
      if (draft.text === texts[i]) return;
      draft.before.push(draft.text);
      draft.text = texts[i]!;
    });
  }

  /** Turned off, an answer is forgotten: nobody sees where one draft ends and the next begins. */
  turn(on: boolean): void {
    this.on = on;
    if (!on) for (const draft of this.drafts) for (const what of [draft.answered, draft.heard]) what.clear();
  }

  posted(): void {
    this.posts.push(this.now.text);
    this.drafts[this.at] = draft0();
  }

  /** A step that makes sense now. */
  draw(roll: () => number): Step {
    const pick = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;
    const { text } = this.now;
    const words = this.risk === undefined && roll() < 0.4 ? pick(risks) : pick(harmless);
    const r = roll();
    if (text === '' || r < 0.3) return { do: pick(['type', 'paste', 'paste'] as const), text: words };
    if (r < 0.4) return { do: 'replace', text: pick(harmless) };
    if (r < 0.5) return { do: this.undoes ? 'undo' : 'leave' };
    if (r < 0.58 && this.drafts.length > 1) return { do: 'switch' };
    if (r < 0.64) return { do: 'leave' };
    if (r < 0.7 && this.asks) return { do: 'dismiss' };
    if (r < 0.74) return { do: this.on ? 'off' : 'on' };
    return { do: 'post', way: Math.floor(roll() * 100), answer: pick(['edit', 'escape', 'post', 'post'] as const) };
  }
}
