import assert from 'node:assert/strict';
import { test } from 'node:test';
import messages from '../_locales/en/messages.json';
import type { CardFinding } from '../src/protocol';
import { consentQuestions } from './further';
import { useMessages } from './words';

useMessages(messages);

const image: CardFinding = {
  rule: 'image.consented', category: 'client-image', level: 'note', message: 'image_consent', authority: 'law', cite: '', words: [], variant: 0, region: '',
};

test('a consent that is claimed is asked about: this picture, here, shared on, by whom', () => {
  const asked = consentQuestions(image);
  assert.equal(asked.length, 5);
  for (const q of asked) assert.match(q, /\?$/);
  const all = asked.join('\n');
  for (const about of [/this very picture/i, /here, on this site/i, /shared on/i, /by whom/i]) assert.match(all, about);
});

test('where none is claimed there is nothing to ask', () => {
  assert.deepEqual(consentQuestions({ ...image, message: 'image_client' }), []);
  assert.deepEqual(consentQuestions({ ...image, message: { en: 'Is it yours?' } }), []);
});
