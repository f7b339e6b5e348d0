import assert from 'node:assert/strict';
import { test } from 'node:test';
import messages from '../_locales/en/messages.json';
import type { CardFinding } from '../src/protocol';
import { nextStep, question, why } from './finding-text';
import { emergency, supportLine, supportParts } from './support-text';
import { say, useMessages } from './words';

useMessages(messages);

const regions = ['US', 'CA', 'GB', 'UK', 'IE', 'AU', 'NZ', 'DE', 'ZZ', ''];
const whose = ['crisis_self', 'crisis_client', 'crisis_close', 'crisis_other'];

const finding = (message: string, region: string): CardFinding => ({
  rule: message, category: 'crisis', level: 'caution', message, authority: 'ethics', cite: '', words: [], variant: 0, region,
});
const all = (message: string, region: string) => [question(finding(message, region)), ...supportParts(finding(message, region)).map((p) => p.text), say('support_private')];

test('988 is told in the United States and Canada alone', () => {
  for (const region of regions) {
    for (const message of whose) {
      const told = all(message, region).join('\n');
      assert.equal(/\b988\b/.test(told), ['US', 'CA'].includes(region), `${message} in ${region || 'no country'}`);
    }
  }
});

test('each country has its own line and its own emergency number', () => {
  const lines: Record<string, [RegExp, RegExp]> = {
    US: [/\b988\b/, /\b911\b/], CA: [/\b988\b/, /\b911\b/], GB: [/\b116 123\b/, /\b999\b/], UK: [/\b116 123\b/, /\b999\b/],
    IE: [/\b116 123\b/, /\b112\b/], AU: [/\b13 11 14\b/, /\b000\b/],
  };
  for (const [region, [line, number]] of Object.entries(lines)) {
    assert.match(supportLine(region), line, region);
    assert.match(emergency(region), number, region);
    for (const [other, [otherLine]] of Object.entries(lines)) {
      if (String(otherLine) !== String(line)) assert.doesNotMatch(supportLine(region), otherLine, `${other}'s line in ${region}`);
    }
  }
  for (const region of ['NZ', 'DE', 'ZZ', '']) {
    assert.match(supportLine(region), /findahelpline/);
    assert.doesNotMatch(emergency(region), /\d/, 'no number is guessed');
  }
});

test('every card of support has a line and a way to act where a life is at risk', () => {
  for (const region of regions) {
    for (const message of whose) {
      const parts = supportParts(finding(message, region));
      const told = parts.map((p) => p.text).join('\n');
      if (/\d/.test(emergency(region))) {
        assert.ok(parts.some((p) => p.text === supportLine(region)), message);
        assert.ok(parts.some((p) => p.text === emergency(region)), message);
      }
      assert.match(told, /emergency number|now: \d/, `${message} in ${region}`);
      assert.ok(parts.some((p) => p.kind === 'line'), message);
      assert.ok(parts.every((p) => p.text !== ''), `${message} in ${region}`);
      assert.equal(new Set(parts.map((p) => p.text)).size, parts.length, 'nothing is said twice');
      assert.ok(told.split('findahelpline').length <= 2, 'the list of lines is named once');
    }
  }
});

test('for oneself the line comes first; for someone served, the people who can act now', () => {
  const order = (message: string) => supportParts(finding(message, 'GB')).map((p) => p.text);
  assert.deepEqual(order('crisis_self').slice(0, 2), [why(finding('crisis_self', 'GB')), supportLine('GB')]);
  const client = order('crisis_client');
  assert.ok(client.indexOf(nextStep(finding('crisis_client', ''))) < client.indexOf(emergency('GB')));
  assert.ok(client.indexOf(emergency('GB')) < client.indexOf(supportLine('GB')));
  assert.match(order('crisis_other').join('\n'), /findahelpline/, 'a stranger may live anywhere');
  assert.match(supportParts(finding('crisis_self', 'US')).map((p) => p.text).join('\n'), /press 1/);
  for (const region of ['CA', 'GB', '']) assert.doesNotMatch(supportParts(finding('crisis_self', region)).map((p) => p.text).join('\n'), /press 1/);
});

test('no talk of rules to somebody in trouble', () => {
  for (const region of regions) {
    for (const message of whose) assert.doesNotMatch(all(message, region).join('\n'), /\b(rules?|mute|level|polic|hold|code of|ethic|agreed?|card|category|finding)\b/i, message);
  }
});
