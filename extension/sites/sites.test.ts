import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { generic } from './generic.ts';
import { siteOf } from './sites.ts';

const at = (host: string): string => siteOf({ host, root: null }).name;

/** The patterns on which the extension runs unasked, as the manifest's source has them. */
const patterns = [...readFileSync('extension/build/manifest.go', 'utf8').matchAll(/^\t"(https:\/\/[^"]+)",$/gm)].map((m) => m[1]!);

test('each named site has its adapter', () => {
  const hosts: Record<string, string> = {
    'x.com': 'x', 'mobile.twitter.com': 'x', 'bsky.app': 'bluesky', 'www.facebook.com': 'facebook', 'www.linkedin.com': 'linkedin',
    'www.reddit.com': 'reddit', 'www.threads.com': 'threads', 'www.threads.net': 'threads', 'www.instagram.com': 'instagram',
    'www.tiktok.com': 'tiktok', 'studio.youtube.com': 'youtube', 'www.tumblr.com': 'tumblr', 'me.wordpress.com': 'wordpress',
    'discord.com': 'discord', 'me.medium.com': 'medium', 'me.substack.com': 'substack', 'www.quora.com': 'quora', 'elk.zone': 'elk',
    'phanpy.social': 'phanpy', 'semaphore.social': 'semaphore', 'misskey.io': 'misskey',
  };
  for (const [host, name] of Object.entries(hosts)) assert.equal(at(host), name, host);
});

test('a name that only ends or begins like a site is another site', () => {
  for (const host of ['notfacebook.com', 'facebook.com.evil.example', 'netflix.com', 'reddit.com.example', 'evil-x.com', '']) {
    assert.equal(at(host), generic.name, host);
  }
});

test('a pattern of the manifest leads to an adapter, by address or by the marks of Mastodon', () => {
  const byMarks = ['mastodon.social', 'mastodon.online', 'mstdn.social', 'fosstodon.org', 'hachyderm.io'];
  const byNothing = ['nextdoor.com'];
  assert.ok(patterns.length > 20);
  for (const pattern of patterns) {
    const host = new URL(pattern.replace('*.', 'some.')).hostname;
    const known = at(host) !== generic.name;
    assert.equal(known, ![...byMarks, ...byNothing].includes(host), host);
  }
});

test('each adapter says when and where its marks were seen', () => {
  const names = patterns.map((p) => siteOf({ host: new URL(p.replace('*.', 'some.')).hostname, root: null }));
  for (const site of [...new Set(names), generic]) assert.match(site.evidence, /^20\d\d-[01]\d, \S.{20,}/, site.name);
});
