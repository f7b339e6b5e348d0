import assert from 'node:assert/strict';
import { test } from 'node:test';
import messages from '../_locales/en/messages.json';
import { settingIds } from '../src/settings';
import { lawKeys, postedSites, siteKey, tellKey } from './posted-facts';
import { wordsFor } from './request-words';

const words: Record<string, { message: string }> = messages;
const settings = ['', ...settingIds];
const regions = ['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'DE', 'NO', 'IN', 'ZZ', ''];
const law = (region: string, setting: string) => lawKeys(region, setting).map((k) => words[k]!.message).join('\n');

test('every site, kind of work and country has its words', () => {
  for (const site of [...Object.keys(postedSites), 'other', '', 'toString']) assert.ok(words[siteKey(site)], site);
  for (const setting of settings) {
    assert.ok(words[tellKey(setting)], setting);
    assert.ok(words[wordsFor(setting)], setting);
    for (const region of regions) for (const k of lawKeys(region, setting)) assert.ok(words[k], k);
  }
});

test('no country is told another’s law', () => {
  const own: Record<string, RegExp> = { US: /HIPAA|FERPA|42 CFR|VAWA/, GB: /\bICO\b/, IE: /Data Protection Commission/, CA: /privacy commissioner/, AU: /OAIC/ };
  for (const region of regions) {
    for (const setting of settings) {
      for (const [of, mark] of Object.entries(own)) assert.equal(mark.test(law(region, setting)), of === region, `${of}'s law in ${region || 'no country'}, ${setting}`);
    }
  }
});

test('the times that are told: 72 hours, 60 days, 30 days', () => {
  for (const region of ['GB', 'IE', 'DE', 'NO']) assert.match(law(region, ''), /72 hours/, region);
  assert.match(law('US', 'health'), /60 days/);
  assert.doesNotMatch(law('US', 'school'), /HIPAA’s|60 days/);
  assert.match(law('AU', ''), /30 days/);
  for (const region of ['CA', 'NZ', '']) assert.doesNotMatch(law(region, ''), /\d+ (hours|days)/, region);
});

test('it is said to be no legal advice, and whom to ask', () => {
  assert.match(words.reflect_posted_law_text!.message, /no legal advice.*ask your supervisor.*regulator/);
});

test('nobody is told to delete what they say about work', () => {
  assert.match(words.reflect_posted_work!.message, /pay, hours, staffing or safety.*can stay/);
});
