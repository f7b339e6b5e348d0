// The built-in posts to practise on: written for this, each in a voice of its
// own, labelled by people. A file a category; scenarios.test.ts holds what
// every one of them has to be.

import type { Context, Level } from '../../src/protocol';
import boundary from './scenarios/boundary.json' with { type: 'json' };
import clear from './scenarios/clear.json' with { type: 'json' };
import identifier from './scenarios/client-identifier.json' with { type: 'json' };
import image from './scenarios/client-image.json' with { type: 'json' };
import story from './scenarios/client-story.json' with { type: 'json' };
import crisis from './scenarios/crisis.json' with { type: 'json' };
import demeaning from './scenarios/demeaning.json' with { type: 'json' };
import espanol from './scenarios/en-espanol.json' with { type: 'json' };
import employer from './scenarios/employer-info.json' with { type: 'json' };
import advice from './scenarios/online-advice.json' with { type: 'json' };
import venting from './scenarios/work-venting.json' with { type: 'json' };

/** Where a post comes from, and which of the settings the engine is told for it. */
export const settingOfSector: Record<string, string> = {
  'child-welfare': 'child-welfare',
  'foster-care': 'child-welfare',
  shelter: 'shelter',
  dv: 'shelter',
  outreach: 'shelter',
  hospital: 'health',
  nursing: 'older-people',
  'elder-care': 'older-people',
  disability: 'disability',
  addiction: 'mental-health',
  'mental-health': 'mental-health',
  school: 'school',
  probation: 'justice',
};

export interface Scenario {
  id: string;
  /** BCP 47; what the post, and all that is said of it, is written in. */
  lang: string;
  /** A key of settingOfSector; '' for an agency's own. */
  sector: string;
  /** ISO 3166 alpha-2; '' for the worker's own. */
  region: string;
  /** Who writes, and where. */
  scene: string;
  post: string;
  /** How many pictures are attached to it. */
  pictures: number;
  /** By the labelling guide, decided by people and not by the engine. */
  level: Level;
  categories: string[];
  /** Labour speech, left alone. */
  protected: boolean;
  why: string;
  /** Whose eyes would recognise it; '' where nobody wrote it. */
  who: string;
  /** '' where there is nothing to make safer, or nobody wrote it. */
  safer: string;
}

type Written = Pick<Scenario, 'id' | 'sector' | 'region' | 'scene' | 'post' | 'level' | 'categories' | 'why' | 'who'> &
  Partial<Scenario>;

const written = [identifier, story, image, demeaning, boundary, venting, employer, advice, crisis, clear].flat() as Written[];

const mixed = (posts: Written[], lang: string): readonly Scenario[] => posts
  .map((s): Scenario => ({ lang, pictures: 0, protected: false, safer: '', ...s }))
  .sort((a, b) => hash(a.id) - hash(b.id));

/** All of them, in an order that is always the same and tells nothing of the answer. */
export const scenarios = mixed(written, 'en');

/** Ten more, written in Spanish and not translated. The engine reads little of that language, and the page says so. */
export const inSpanish = mixed(espanol as Written[], 'es');

/** What the engine is told of a post. */
export function contextOf({ sector, region }: Scenario, pictures: number): Context {
  const context: Context = { site: 'practice', account: 'personal', audience: 'public', attachments: pictures };
  if (settingOfSector[sector]) context.setting = settingOfSector[sector];
  if (region) context.region = region;
  return context;
}

const order: readonly Level[] = ['clear', 'note', 'caution', 'hold'];

/** Levels as numbers: the higher, the louder. */
export const rank = (level: Level): number => order.indexOf(level);

export const levels = order;

/** Of a salt and the id. The salt was looked for: with it the first six show every level, the engine agrees on them, and no level comes four times running. */
function hash(id: string): number {
  return fnv(`19010:${id}`);
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function fnv(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}
