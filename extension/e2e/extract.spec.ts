// The text of a draft, case by case from testdata/extract, by the very code of
// the content script in a real browser.
import { chromium, expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';

interface Case {
  note: string;
  html?: string;
  script?: string;
  field?: boolean;
  space: 'keep' | 'collapse';
  text: string;
  /** start, end, path of child indexes, offset in the node. */
  nodes?: [number, number, string, number][];
}

interface Extracted {
  text: string;
  nodes: [number, number, string, number][];
}

const folder = join(root, 'testdata/extract');
const cases = readdirSync(folder).filter((n) => n.endsWith('.json'));
let page: Page;

test.beforeAll(async () => {
  const bundled = execFileSync('go', [
    'tool', 'esbuild', join(root, 'extension/src/extract.ts'), '--bundle', '--format=iife', '--global-name=reader', '--log-level=warning',
  ], { cwd: root, encoding: 'utf8' });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage();
  await page.evaluate(`${bundled}; window.reader = reader;`);
});
test.afterAll(() => page.context().browser()!.close());

function read(json: string): string {
  const c = JSON.parse(json) as Case;
  const { reader } = window as unknown as { reader: typeof import('../src/extract') };
  if (c.field) {
    const area = document.createElement('textarea');
    Object.defineProperty(area, 'value', { value: c.html });
    return JSON.stringify({ text: reader.extractField(area), nodes: [] });
  }
  const box = document.createElement('div');
  if (c.script === undefined) box.innerHTML = c.html!;
  else box.append(c.script);
  document.body.replaceChildren(box);
  const { text, pieces } = reader.extract(box, c.space === 'keep');
  const path = (n: Node): string => (n.parentNode === box ? '' : `${path(n.parentNode!)}/`) + [...n.parentNode!.childNodes].indexOf(n as ChildNode);
  return JSON.stringify({ text, nodes: pieces.map((p) => [p.start, p.end, path(p.node), p.at]) });
}

for (const name of cases) {
  const raw = readFileSync(join(folder, name), 'utf8');
  const c = JSON.parse(raw) as Case;
  test(`${name}: ${c.note}`, async () => {
    const got = JSON.parse(await page.evaluate(read, raw)) as Extracted;
    expect(got.text).toBe(c.text);
    if (c.nodes) expect(got.nodes).toEqual(c.nodes);
  });
}

test('there are cases', () => expect(cases.length).toBeGreaterThan(30));
