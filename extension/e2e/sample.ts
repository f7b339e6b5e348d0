// Which tests of the large tables run in `make test`: a sample that is always
// the same, so that a machine of two cores is done in minutes. `make soak` runs
// every row.
import type { TestInfo } from '@playwright/test';

/** Specs that try one thing over many rows; each row is as good a sample as another. */
const tables = new Set([
  'access', 'drawing', 'moving', 'offsets', 'untouched', 'manners', 'sites', 'path', 'whole-path', 'whole-path-firefox', 'front-ends', 'attachments', 'rewrite', 'rewrite-firefox', 'hold-ways',
]);
const one = 8;
/** Specs of many tests that open every page or editor anew: half of them each time, always the same half. */
const long = new Set(['a11y', 'keep', 'once', 'rewrite-says', 'whole', 'life', 'page-learns-nothing', 'hostile-page', 'rules', 'engine-broken', 'practice']);
/** Of the specs that Chromium goes through in full, Firefox tries in `make test` no more than one row in so many. */
const inFirefox = 32;

/** Skips the test where it is a row that only the soak tries. */
export function sample(info: TestInfo): void {
  const spec = /([^/\\]+)\.spec\.ts$/.exec(info.file)?.[1] ?? '';
  const rows = info.project.name === 'firefox' ? inFirefox : tables.has(spec) ? one : long.has(spec) ? 2 : 1;
  // Rows of one name, a site each, are told apart by what they stand in.
  const isTried = hash(info.title) % rows === 0 && (rows <= 2 || hash(info.titlePath.join(' ')) % 2 === 0);
  info.skip(!process.env.SECONDLOOK_SOAK && !isTried, 'a row that make soak tries');
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h >>> 4;
}
