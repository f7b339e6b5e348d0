// Promise 7: the page cannot read findings. A hostile page searches, selects,
// watches, probes, patches and forges; it may notice that something is there
// and that a post was held, and learns no category, span, word or level.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copy, prepend } from './copies';
import type { Desk } from './desk';
import { clear, expect, Look, risky, test } from './look';
import { onlyChromium } from './which';
import { dist } from './paths';

const categories = [
  'client-identifier', 'client-story', 'client-image', 'demeaning', 'boundary', 'work-venting', 'employer-info', 'online-advice', 'crisis',
];
const spanTypes = ['PERSON', 'AGE', 'LOCATION', 'FACILITY', 'PHRASE'];
/** One draft a level; none is risky in two ways. */
const drafts = {
  note: 'Rough session with a client today',
  caution: 'I sent one of my clients a friend request',
  hold: 'My client Marisol Vega missed court',
};

/** Every sentence the extension can say, as a page would look for it. */
function sentences(): string[] {
  const all = JSON.parse(readFileSync(join(dist, '_locales/en/messages.json'), 'utf8')) as Record<string, { message: string }>;
  const plain = Object.values(all).map((m) => m.message.split(/\$\w+\$|\n/)[0]!.trim());
  return [...new Set(plain.filter((s) => s.length > 8 && s !== 'Second Look'))];
}

async function probe(desk: Desk, words: string[]): Promise<string[]> {
  return desk.page.evaluate((w) => window.__probe(w), words);
}

/** Fails where something that only Second Look knows is in what the page has. */
function expectIgnorance(learned: string[], said: string[]): void {
  const all = learned.join('\n');
  for (const word of [...categories, ...spanTypes, ...said]) expect(all, `the page knows "${word}"`).not.toContain(word);
  expect(all, 'the page knows a level').not.toMatch(/"(note|caution|hold)"/);
}

test('a build that writes a word of a finding into the page is caught', async ({ site }) => {
  const words = 'Would the person you serve know this is them';
  const extension = copy('shows-words', (dir) => prepend(dir, 'content.js', `addEventListener('keyup', () => {
    const host = document.createElement('look-shown');
    host.attachShadow({ mode: 'closed' }).textContent = '${words}';
    document.documentElement.append(host);
  }, { once: true });`));
  const look = await Look.start(site, { extension });
  const desk = await look.open('x', '?hostile');
  await desk.type(risky);
  await desk.seesWarning('hold');
  expect(await probe(desk, [words])).toContainEqual(expect.stringContaining(`find ${words}: true`));
  await look.stop();
});

for (const name of ['x', 'bsky', 'mastodon']) {
  test.describe(name, () => {
    test('neither warning, card nor dialog can be read', async ({ look }) => {
      const desk = await look.open(name, '?hostile');
      const said = sentences();
      await desk.type(risky);
      await desk.seesWarning('hold');
      const frame = await desk.frame();
      const views: string[] = [await frame.locator('body').innerText()];
      const found = [...(await probe(desk, said))];
      await frame.locator('.chip').click();
      await frame.locator('.card').waitFor();
      views.push(await frame.locator('body').innerText());
      found.push(...(await probe(desk, said)));
      await (await desk.postButton()).click();
      await desk.seesDialog();
      views.push(await frame.locator('body').innerText());
      found.push(...(await probe(desk, said)));
      expect(found.filter((f) => f.startsWith('find ') && f.includes(': true')), 'words found by the browser\'s search').toEqual([]);
      const lines = views.join('\n').split('\n').map((l) => l.trim()).filter((l) => l.length > 8 && !risky.includes(l.replace(/["“”]/g, '')));
      expect(lines.length, 'the views did say something').toBeGreaterThan(3);
      const rest = found.filter((f) => !f.startsWith('find '));
      expectIgnorance([...rest, ...(await desk.page.evaluate(() => window.__learned))], lines);
    });

    test('no level looks different from another', async ({ look }) => {
      const seen: Record<string, string[]> = {};
      for (const [level, draft] of Object.entries(drafts)) {
        const desk = await look.open(name, '?hostile');
        await desk.type(draft);
        await desk.seesWarning(level as keyof typeof drafts);
        const all = await probe(desk, ['Second Look']);
        seen[level] = all.filter((s) => !s.startsWith('selection ')).map((s) => s.replace(/chrome-extension:\/\/\S+/g, ''));
        await desk.page.close();
      }
      expect(seen.caution).toEqual(seen.note);
      expect(seen.hold).toEqual(seen.note);
    });

    test('forged messages change nothing, and our frame serves nobody else', async ({ look }) => {
      onlyChromium('the driver over Firefox waits for ever on a frame that the browser refuses to load');
      const desk = await look.open(name, '?hostile');
      await desk.type(risky);
      await desk.seesWarning('hold');
      await desk.page.evaluate(() => window.__forge());
      for (const path of [`ui/frame.html#${'0'.repeat(32)}`, 'pages/options.html']) {
        await desk.page.evaluate((a) => window.__frameOf(a), `chrome-extension://${look.id}/${path}`);
        const own = desk.page.frames().filter((f) => f.name() === 'own').map((f) => f.url());
        expect(own, 'a frame of the page\'s own stays empty').toEqual(['chrome-error://chromewebdata/']);
        await desk.page.evaluate(() => document.querySelector('iframe[name=own]')!.remove());
      }
      await desk.seesWarning('hold');
      await (await desk.postButton()).click();
      await desk.seesDialog();
      await desk.page.evaluate(() => window.__forge());
      expect(await desk.posts()).toEqual([]);
      await desk.answer('edit');
      await desk.type(clear);
      await desk.seesNothing();
    });
  });
}
