// The Spanish words: all of them there, said the way the house speaks, and no
// longer than their places hold. e2e/spanish.spec.ts looks at the places.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from '../_locales/en/messages.json';
import es from '../_locales/es/messages.json';
import { languageFor } from '../pages/try/language';

type Words = Record<string, { message: string }>;
const english: Words = en;
const spanish: Words = es;
const each = (check: (key: string, es: string, en: string) => void) => {
  for (const [key, { message }] of Object.entries(spanish)) check(key, message, english[key]?.message ?? '');
};

/** Keys whose words are names, or a draft that the Spanish reader sees in English on purpose. */
const alike = new Set(['app_name', 'card_label', 'authority_builtin', 'badge_idle', 'prove_rebuild_command', 'try_example_1']);

const fillings = (text: string) => [...new Set(text.match(/\$[1-9]/g))].sort();

test('Spanish has the keys of English, and no other', () => {
  assert.deepEqual(Object.keys(spanish).sort(), Object.keys(english).sort());
});

test('each is said in Spanish, with the same fillings', () => {
  each((key, said, original) => {
    assert.notEqual(said.trim(), '', key);
    assert.equal(said, said.trim(), key);
    assert.deepEqual(fillings(said), fillings(original), key);
    if (!alike.has(key) && /[a-z]{4,} [a-z]{2,}/i.test(original)) assert.notEqual(said, original, key);
  });
});

test('questions and calls are opened as Spanish opens them', () => {
  each((key, said, original) => {
    assert.equal(said.split('¿').length, said.split('?').length, key);
    assert.equal(said.split('¡').length, said.split('!').length, key);
    assert.equal(/\?[”"]?$/.test(said), /\?[”"]?$/.test(original), `${key}: a question in one language alone`);
  });
});

test('it says usted', () => {
  // A quoted question is what a friend would ask.
  const familiar = /(?<!\p{L})(?:tú|tu|tus|te|ti|contigo|puedes|tienes|quieres|sabes|debes|eres|haz)(?!\p{L})/iu;
  each((key, said) => assert.doesNotMatch(said.replace(/“[^”]*”/g, ''), familiar, key));
});

test('no accusation in Spanish either', () => {
  const never = /inapropiad|poco profesional|reputaci[oó]n|\bviol[aeo]|infracci[oó]n|sancion|despid|disciplin|debe evitar|est[aá] prohibido|irrespetuos/i;
  each((key, said) => assert.doesNotMatch(said, never, key));
});

test('help lines are the region’s in Spanish too', () => {
  const numbers = (text: string) => text.match(/\b\d[\d ]+\d\b/g);
  each((key, said, original) => assert.deepEqual(numbers(said), numbers(original), key));
});

test('nothing is too long for its place', () => {
  assert.ok(spanish.app_description!.message.length <= 132, 'the stores take 132');
  // A third longer is usual; a short label may be twice as long. The American
  // line answers in Spanish, and says how.
  each((key, said, original) => key === 'support_line_US' || assert.ok(said.length <= Math.max(24, original.length * 1.45 + 14), `${key}: ${original.length} → ${said.length}`));
});

test('the Try page speaks the first language of the reader that it has', () => {
  assert.equal(languageFor(['es-MX', 'en']), 'es');
  assert.equal(languageFor(['de', 'en-GB', 'es']), 'en');
  assert.equal(languageFor(['fr']), 'en');
});
