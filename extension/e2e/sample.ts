// Which tests of the large tables run in `make test`: a sample that is always
// the same, so that a machine of two cores is done in minutes. `make soak` runs
// every row.
import type { TestInfo } from '@playwright/test';

/** Specs that try one thing over many rows; each row is as good a sample as another: one in so many. */
const tables = new Map([
  ['sites', 16], ['access', 16], ['drawing', 16],
  ...['moving', 'offsets', 'untouched', 'manners', 'path', 'whole-path', 'whole-path-firefox', 'front-ends', 'attachments', 'rewrite', 'rewrite-firefox', 'hold-ways']
    .map((spec) => [spec, 8] as const),
]);
/** Specs of many tests: half of them, always the same half. What a worker trusts most (nothing leaves, holding) is tried whole. */
const half = new Set([
  'a11y', 'admin-desk', 'approve', 'aside', 'by-keys', 'context-invalidated', 'detached', 'engine-broken', 'feed-pages', 'framed-card', 'hostile-page',
  'ime', 'keep', 'keyboard', 'life', 'locales', 'long-text', 'mention-list', 'muted', 'once', 'options', 'page-learns-nothing', 'places', 'popup',
  'practice', 'practice-narrow', 'prove', 'rewrite-says', 'rules', 'rules-killed', 'site-turns', 'storm', 'try-offline', 'two-composers', 'whole',
  'worker-killed',
]);
/** Of the specs that Chromium goes through in full, Firefox tries in `make test` no more than one row in so many. */
const inFirefox = 48;

/** Skips the test where it is a row that only the soak tries. */
export function sample(info: TestInfo): void {
  const spec = /([^/\\]+)\.spec\.ts$/.exec(info.file)?.[1] ?? '';
  const rows = info.project.name === 'firefox' ? inFirefox : tables.get(spec) ?? (half.has(spec) ? 2 : 1);
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
