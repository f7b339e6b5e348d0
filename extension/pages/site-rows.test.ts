import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteOf } from '../sites/sites';
import { domains, namedSites, offWithin } from './site-rows';

test('a site is listed once, with all its hosts', () => {
  const patterns = ['https://x.com/*', 'https://www.youtube.com/*', 'https://twitter.com/*', 'https://m.youtube.com/*', 'https://studio.youtube.com/*'];
  assert.deepEqual(namedSites(patterns), [
    { name: 'X', hosts: ['x.com', 'twitter.com'] },
    { name: 'YouTube', hosts: ['www.youtube.com', 'm.youtube.com', 'studio.youtube.com'] },
  ]);
});

test('a host and all below it are one host', () => {
  assert.deepEqual(namedSites(['https://wordpress.com/*', 'https://*.wordpress.com/*']), [{ name: 'WordPress.com', hosts: ['wordpress.com'] }]);
});

test('servers of one software are sites of their own, by their address', () => {
  assert.deepEqual(namedSites(['https://mastodon.social/*', 'https://fosstodon.org/*']).map((s) => s.name), ['mastodon.social', 'fosstodon.org']);
});

test('its domains are those of the adapters', () => {
  const without = ['nextdoor'];
  for (const [site, all] of Object.entries(domains)) {
    for (const host of all) assert.equal(siteOf({ host, root: null }).name, without.includes(site) ? 'generic' : site, host);
  }
});

test('off are a host, what is below it, and what is below what was turned off; not its neighbours', () => {
  assert.deepEqual(offWithin(['m.youtube.com', 'www.youtube.com'], ['m.youtube.com', 'studio.youtube.com']), ['m.youtube.com']);
  assert.deepEqual(offWithin(['wordpress.com'], ['mine.wordpress.com', 'notwordpress.com']), ['mine.wordpress.com']);
  assert.deepEqual(offWithin(['m.youtube.com'], ['youtube.com']), ['youtube.com']);
});
