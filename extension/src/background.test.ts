import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stateOfText } from './background-badge';
import { faces } from './badge-faces';
import { withoutMuted } from './background-mutes';
import { originOf, patternFor, wanted } from './background-patterns';
import { cleanContext, cleanFramed, isFromOwn, isFromTap, originOfSender, whoSent } from './background-shapes';
import type { Finding, Level, Verdict } from './protocol';
import { cleanPatch, settings0, withEntry, withoutEntry } from './settings';

const id = 'abcdefgh';
const base = 'chrome-extension://abcdefgh/';

test('who sent a message is told by the browser, not by the message', () => {
  const page = { id, url: 'https://x.com/home', origin: 'https://x.com', tab: { id: 3 } };
  assert.equal(whoSent(page, id, base), 'tap');
  assert.equal(whoSent({ ...page, url: `${base}ui/frame.html#1` }, id, base), 'own');
  assert.equal(whoSent({ id, url: `${base}pages/popup.html` }, id, base), 'own');
  assert.equal(whoSent({ ...page, id: 'other' }, id, base), 'stranger');
  assert.equal(whoSent({ id, url: 'https://x.com/' }, id, base), 'stranger');
  assert.equal(whoSent({ ...page, url: 'https://x.com/?chrome-extension://abcdefgh/' }, id, base), 'tap');
  assert.equal(whoSent({ ...page, url: 'chrome-extension://abcdefghi/' }, id, base), 'tap');
});

test('a frame without an address has its origin still', () => {
  assert.equal(originOfSender({ origin: 'https://x.com', url: 'https://x.com/home' }), 'https://x.com');
  assert.equal(originOfSender({ origin: 'https://x.com', url: 'about:blank' }), 'https://x.com');
  assert.equal(originOfSender({ origin: 'null', url: 'about:blank' }), '');
  assert.equal(originOfSender({ url: 'http://127.0.0.1:8080/a' }), 'http://127.0.0.1:8080');
});

test('a second look is wanted on named and given pages, until it is switched off or taken back', () => {
  globalThis.chrome = { runtime: { getManifest: () => ({ content_scripts: [{ matches: ['https://x.com/*'] }] }) } } as never;
  const settings = { ...settings0, extraOrigins: ['http://127.0.0.1', 'https://*.social.example'] };
  assert.ok(wanted('https://x.com', settings));
  assert.ok(wanted('http://127.0.0.1:8787', settings));
  assert.ok(wanted('https://a.social.example', settings));
  for (const no of ['http://x.com', 'https://x.com.evil.example', 'https://xx.com', 'https://127.0.0.1', 'https://other.example']) {
    assert.equal(wanted(no, settings), false, no);
  }
  assert.equal(wanted('https://x.com', { ...settings, offSites: ['x.com'] }), false);
  assert.equal(wanted('https://a.social.example', { ...settings, offSites: ['social.example'] }), false);
  assert.ok(wanted('https://a.social.example', { ...settings, offSites: ['ocial.example', 'b.social.example'] }));
  assert.ok(wanted('', settings));
});

test('a tap may ping, check and tell a state, and nothing else', () => {
  assert.ok(isFromTap({ t: 'ping', site: 'x' }));
  assert.ok(isFromTap({ t: 'check', seq: 0, text: '', context: {} }));
  assert.ok(isFromTap({ t: 'state', state: 'partial' }));
  const refused: unknown[] = [
    null, 0, '', [], {}, { t: 'settings.get' }, { t: 'settings.set', patch: {} }, { t: 'mute', rule: 'a' },
    { t: 'site.off', site: 'x' }, { t: 'check', seq: -1, text: '', context: {} }, { t: 'check', seq: 0, text: 1, context: {} },
    { t: 'check', seq: 0, text: 'a' }, { t: 'check', seq: 0, text: 'a', context: [] }, { t: 'state', state: 'fine' },
    { t: 'ping', site: 'a'.repeat(400) },
  ];
  for (const m of refused) assert.equal(isFromTap(m), false, JSON.stringify(m)?.slice(0, 60));
});

test('what goes from tap to tap is rules and yes or no, and no word of a draft', () => {
  const id = 'a'.repeat(32);
  const rule = { rule: 'name', category: 'client', level: 'hold' as const, message: 'name_said', authority: 'law', cite: '' };
  const state = { t: 'framed' as const, id, draft: true, asks: [rule] };
  assert.ok(isFromTap(state));
  assert.ok(isFromTap({ t: 'framed.asked', id, rules: ['name'] }));
  assert.ok(isFromTap({ t: 'framed.left', id }));
  assert.ok(isFromTap({ t: 'framed.keep', id }));
  assert.ok(isFromTap({ t: 'framed.kept', id, how: 'full' }));
  assert.equal(isFromTap({ t: 'framed.kept', id, how: 'a word' }), false);
  assert.deepEqual(cleanFramed({ t: 'framed.kept', id, how: 'kept', text: 'a word' } as never), { t: 'framed.kept', id, how: 'kept' });
  assert.ok(isFromTap({ t: 'framed.focus', id }));
  const refused = [
    { ...state, id: 'my client' }, { ...state, draft: 'words' }, { ...state, asks: ['words'] }, { ...state, asks: [{ ...rule, level: 'note' }] },
    { ...state, asks: Array(101).fill(rule) }, { t: 'framed.asked', id, rules: [1] }, { t: 'framed.left' }, { t: 'framed.else', id },
  ];
  for (const m of refused) assert.equal(isFromTap(m), false, JSON.stringify(m).slice(0, 60));
  const laden = { ...state, text: 'a word', asks: [{ ...rule, spans: [{ start: 0, end: 6, type: '', text: 'a word' }] }] };
  assert.deepEqual(cleanFramed(laden), state);
  assert.deepEqual(cleanFramed({ ...state, asks: [{ ...rule, agency: 'a word of the draft' }] }), state, 'whose a rule is, no tap says');
  assert.deepEqual(cleanFramed({ t: 'framed.left', id, text: 'a word' } as never), { t: 'framed.left', id });
});

test('keeping and counting have their shapes; a tap reads nothing that is kept', () => {
  const signals = { level: 'hold', categories: [], parts: [] };
  assert.ok(isFromTap({ t: 'keep', text: 'a draft', signals }));
  assert.ok(isFromTap({ t: 'tally', what: 'spoke', categories: ['boundary'] }));
  const refused = [
    { t: 'keep', text: ' ', signals }, { t: 'keep', text: 1, signals }, { t: 'keep', text: 'a' }, { t: 'tally', what: 'read', categories: [] },
    { t: 'tally', what: 'spoke', categories: 'boundary' }, { t: 'tally', what: 'spoke', categories: Array(21).fill('boundary') },
    { t: 'kept.get' }, { t: 'kept.clear' }, { t: 'supervision.get' }, { t: 'tally.get' }, { t: 'aside.open', page: 'kept' },
  ];
  for (const m of refused) assert.equal(isFromTap(m), false, JSON.stringify(m));
  for (const m of [{ t: 'kept.get' }, { t: 'kept.delete', id: 'a' }, { t: 'supervision.take', signals }, { t: 'aside.open', page: 'kept' }]) {
    assert.ok(isFromOwn(m), JSON.stringify(m));
  }
  for (const m of [{ t: 'keep', text: 'a', signals }, { t: 'kept.delete' }, { t: 'aside.open', page: 'https://x.com' }, { t: 'aside.open', page: 'toString' }]) {
    assert.equal(isFromOwn(m), false, JSON.stringify(m));
  }
});

test('our own pages may ask what the protocol lists', () => {
  const asked = [
    { t: 'settings.get' }, { t: 'settings.set', patch: {} }, { t: 'mute', rule: 'a' }, { t: 'unmute', rule: 'a' },
    { t: 'site.off', site: 'x.com' }, { t: 'origin.on', origin: 'https://a.example' }, { t: 'tab.state', tab: 4 },
    { t: 'check.own', seq: 1, text: 'a', context: {} }, { t: 'engine.retry' },
  ];
  for (const m of asked) assert.ok(isFromOwn(m), m.t);
  for (const m of [{ t: 'check', seq: 1, text: '', context: {} }, { t: 'mute' }, { t: 'mute', rule: '' }, { t: 'x' }]) {
    assert.equal(isFromOwn(m), false);
  }
});

test('a context keeps what the engine knows', () => {
  const given = { site: 'x', region: 'US', attachments: 2, edit: -1, extra: 'a', setting: 7 } as never;
  assert.deepEqual(cleanContext(given), { site: 'x', region: 'US', attachments: 2 });
});

test('settings keep only what has the right shape', () => {
  const patch = cleanPatch({
    setting: 'health', region: 'us', mutedRules: ['a', 'a', 3, ''], offSites: 'x', welcomed: 1, other: true,
  });
  assert.deepEqual(patch, { setting: 'health', mutedRules: ['a'] });
  assert.deepEqual(cleanPatch(undefined), {});
  assert.deepEqual(cleanPatch({ setting: 'spy', region: 'GB' }), { region: 'GB' });
});

test('an entry is there once', () => {
  assert.deepEqual(withEntry(['a'], 'a'), ['a']);
  assert.deepEqual(withEntry(['a'], 'b'), ['a', 'b']);
  assert.deepEqual(withoutEntry(['a', 'b'], 'a'), ['b']);
});

test('a pattern covers a host whatever its port, and only web pages', () => {
  assert.equal(patternFor('http://127.0.0.1:8787'), 'http://127.0.0.1/*');
  assert.equal(patternFor('https://social.example'), 'https://social.example/*');
  for (const no of ['', 'null', 'file:///etc', 'chrome://settings', 'data:text/html,a']) assert.equal(patternFor(no), '');
  assert.equal(originOf('https://social.example/*'), 'https://social.example');
});

function verdictOf(...findings: [string, Level][]): Verdict {
  const full = findings.map(([rule, level]): Finding => ({
    rule, level, category: 'client-story', score: 500, message: 'story_detail', authority: 'ethics', cite: '', spans: [], rewrites: [],
  }));
  return {
    level: findings[0]?.[1] ?? 'clear', protected: false, coverage: 'full', offsets: 'utf16', read: [], findings: full,
    combination: { count: 0, parts: [] }, engine: '0', bundle: { agency: '', seq: 0 },
  };
}

test('a muted rule leaves the verdict, and the level follows what is left', () => {
  const verdict = verdictOf(['a', 'hold'], ['b', 'note'], ['c', 'caution']);
  const left = withoutMuted(verdict, ['a']);
  assert.equal(left.level, 'caution');
  assert.deepEqual(left.findings.map((f) => f.rule), ['b', 'c']);
  assert.equal(withoutMuted(verdict, ['a', 'b', 'c']).level, 'clear');
  assert.equal(withoutMuted(verdict, ['z']), verdict);
});

test('every state of the badge can be told from every other by its text', () => {
  const texts = Object.values(faces).map((f) => f.text);
  assert.equal(new Set(texts).size, texts.length);
  for (const [state, face] of Object.entries(faces)) assert.equal(stateOfText(face.text), state);
  assert.equal(stateOfText('something else'), 'idle');
});
