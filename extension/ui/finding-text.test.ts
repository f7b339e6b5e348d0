import assert from 'node:assert/strict';
import { test } from 'node:test';
import messages from '../_locales/en/messages.json';
import type { CardFinding } from '../src/protocol';
import { addsUp, inOrder, isSupport, nextStep, question, readers, rule, why } from './finding-text';
import { say, useMessages } from './words';

useMessages(messages);

const story: CardFinding = {
  rule: 'story.combination', category: 'client-story', level: 'hold', message: 'story_combination', authority: 'ethics',
  cite: 'nasw_1_07', words: ['the twins'], variant: 0, region: 'US',
};
const crisis: CardFinding = { ...story, rule: 'crisis.self', category: 'crisis', level: 'caution', message: 'crisis_self' };

test('a variant falls back to the first wording where it is not there', () => {
  assert.equal(question({ ...story, variant: 2 }), say('story_combination_v2'));
  assert.equal(question({ ...story, message: 'story_death', variant: 2 }), say('story_death'));
  assert.notEqual(question(story), question({ ...story, variant: 1 }));
});

test('an agency’s own message is a language map', () => {
  const own = { ...story, message: { es: '¿Puede alguien saber quién es?', en: 'Could someone tell who it is?' } };
  assert.equal(question(own), 'Could someone tell who it is?');
  assert.equal(question({ ...own, message: { es: 'Hola' } }), 'Hola');
  assert.equal(why(own), '');
  assert.equal(nextStep(own), '');
});

test('an agency’s rule is told as theirs, with their why', () => {
  const own = { ...story, message: { en: 'Was it here?' }, agency: 'Maple County', why: { en: 'It is a small town.', es: 'Es un pueblo.' } };
  assert.equal(why(own), 'It is a small town.');
  assert.deepEqual(rule({ ...own, authority: 'agency', cite: '' }), { whose: say('authority_agency'), where: 'Maple County' });
  assert.deepEqual(rule(own), { whose: say('authority_ethics'), where: `${say('cite_nasw_1_07')} · ${say('card_added_by', 'Maple County')}` });
});

test('who could recognise it follows the parts, the surest first', () => {
  assert.equal(readers(story, ['age', 'place', 'time']), say('who_place_time'));
  assert.equal(readers(story, ['event', 'place', 'time']), say('who_event'));
  assert.equal(readers(story, ['age']), say('who_person'));
  assert.equal(readers({ ...story, category: 'client-identifier' }, ['place']), say('who_direct'));
  assert.equal(readers({ ...story, category: 'employer-info', message: 'employer_voice' }, []), '');
});

test('what adds up is told for a story of two parts or more', () => {
  assert.deepEqual(addsUp(story, ['age', 'place']), [say('part_age'), say('part_place')]);
  assert.deepEqual(addsUp(story, ['age']), []);
  assert.deepEqual(addsUp({ ...story, category: 'boundary' }, ['age', 'place']), []);
});

test('whose rule: a law or code is named, a built-in check claims none', () => {
  assert.deepEqual(rule(story), { whose: say('authority_ethics'), where: say('cite_nasw_1_07') });
  const builtin = { whose: say('authority_builtin'), where: say('cite_builtin') };
  assert.deepEqual(rule({ ...story, cite: 'builtin' }), builtin);
  assert.deepEqual(rule({ ...story, cite: '', authority: 'law' }), builtin);
  assert.deepEqual(rule({ ...story, cite: 'not_in_the_list', authority: 'law' }), builtin);
});

test('support comes first', () => {
  const ordered = inOrder([story, crisis]);
  assert.deepEqual(ordered.map((f) => f.rule), ['crisis.self', 'story.combination']);
  assert.ok(isSupport(crisis));
  assert.ok(!isSupport(story));
});
