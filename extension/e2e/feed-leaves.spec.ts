// Promise 1 in the standard edition: while an agency's server is asked, a draft
// is written, held and posted; the server hears its few fixed questions, each
// the same as before, and nothing of the draft, not even when it was written.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AgencyServer } from './agency-server';
import { copy, prepend } from './copies';
import { fixture, type Fixture } from './editors';
import { asked, enrols, follows, ring } from './feed-desk';
import { draftWith, filesWith, forms, freshToken, kept, listen, sentWith, useAll } from './leaks';
import { expect, Look, test } from './look';
import { distStandard } from './paths';
import { startSite, type Seen } from './site';
import { freshProfile } from './world';

const question = /^\/v1\/a\/[\w-]{26}\/(?:head|root\/[1-9]\d*|(?:release|blob)\/[0-9a-f]{64})$/;

/** What a browser says of itself in any request; ours adds If-None-Match alone. */
const usual = [
  'host', 'connection', 'accept', 'accept-encoding', 'accept-language', 'user-agent', 'cache-control', 'pragma', 'if-none-match',
  'sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site', 'sec-fetch-storage-access', 'sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform', 'priority',
];

/** What is wrong with a request to the agency's server. */
export function wrong({ method, url, headers, body }: Seen): string[] {
  const pairs = headers.flatMap((h, i) => (i % 2 ? [] : [[h.toLowerCase(), headers[i + 1]!] as const]));
  return [
    ...(method === 'GET' ? [] : [method]), ...(question.test(url) ? [] : ['path']), ...(body ? ['body'] : []),
    ...pairs.map(([name]) => name).filter((name) => !usual.includes(name)),
    ...pairs.filter(([name, value]) => name === 'if-none-match' && !/^"[0-9a-f]{32}"$/.test(value)).map(([name]) => name),
  ];
}

interface Searched {
  /** Where the draft was found. */
  found: string[];
  /** What was wrong with what the server heard. */
  wrong: string[];
}

async function searched(server: AgencyServer, editors: Fixture[], extension = distStandard): Promise<Searched> {
  const token = freshToken();
  const site = await startSite();
  site.real.add(server.host);
  const profile = freshProfile();
  const log = join(profile, 'net-log.json');
  const look = await Look.start(site, { extension, profile, args: [`--log-net-log=${log}`, '--net-log-capture-mode=IncludeSensitive'] });
  const diary = await listen(look);
  const options = await look.own('pages/options.html');
  await enrols(options, await server.code());
  const heads = () => asked(site, server).filter((s) => s.url.endsWith('/head')).length;
  await follows(options, (s) => s.feed?.problem, '');
  await expect.poll(heads).toBeGreaterThan(2);

  // Nothing rings meanwhile: whatever were asked now were asked because of the draft.
  const alarm = () => options.evaluate(async () => (await chrome.alarms.get('feed'))?.scheduledTime);
  await options.evaluate(() => chrome.alarms.create('feed', { delayInMinutes: 30 }));
  const [due, before] = [await alarm(), asked(site, server).length];
  const found: string[] = [];
  const check = (what: string, text: string) => forms(token).some((m) => Buffer.from(text).includes(m)) && found.push(what);
  for (const f of editors) {
    const page = await useAll(look, f, draftWith(token));
    check(`kept by ${f.name}`, await kept(page));
    if ((await alarm()) !== due || asked(site, server).length !== before) found.push(`the time of ${f.name}`);
    await page.close();
  }
  const quiet = heads();
  await ring(options);
  await expect.poll(heads).toBeGreaterThan(quiet);
  check('kept by the extension', await kept(options));
  check('console', diary.said.join('\n'));
  await look.stop();
  found.push(...sentWith(look, token), ...filesWith(profile, token));
  rmSync(profile, { recursive: true });
  const heard = asked(site, server);
  expect(heard.some((s) => s.headers.includes('If-None-Match') || s.headers.includes('if-none-match')), 'some questions were conditional').toBe(true);
  await site.close();
  return { found, wrong: [...new Set(heard.flatMap(wrong))] };
}

test('while the feed is followed, the server hears fixed questions and nothing of a draft', async () => {
  test.setTimeout(120_000);
  const server = await AgencyServer.start();
  try {
    await server.founded();
    expect(await searched(server, [fixture('x'), fixture('textarea')])).toEqual({ found: [], wrong: [] });
    const bad = copy('leak-feed', (dir) => prepend(dir, 'background.js', `chrome.runtime.onMessage.addListener((m) => {
      if (m?.t === 'check') fetch('http://${server.host}/v1/a/' + 'a'.repeat(26) + '/head?' + encodeURIComponent(m.text), { headers: { 'X-A': 'b' } }).catch(() => 0);
    });`), distStandard);
    const caught = await searched(server, [fixture('x')], bad);
    expect(caught.found).toEqual(expect.arrayContaining([`request GET ${server.host}`, 'the time of x']));
    expect(caught.wrong).toEqual(expect.arrayContaining(['path', 'x-a']));
  } finally {
    await server.end();
  }
});
