import assert from 'node:assert/strict';
import { test } from 'node:test';
import messages from '../../_locales/en/messages.json';
import type { Shown } from '../../src/engine-rules';
import { useMessages } from '../../ui/words';
import { ownPosts } from './own-posts';

useMessages(messages);

const said = { en: 'why' };
const shown = (...drafts: string[]): Shown => ({ practice: drafts.map((draft) => ({ draft, expect: 'hold', why: said })) }) as unknown as Shown;
const ids = (...drafts: string[]): string[] => ownPosts(shown(...drafts)).map((s) => s.id);

test('what is counted of an agency’s post stays with that post', () => {
  const [first, second] = ids('the first post', 'the second post');
  assert.notEqual(first, second);
  assert.deepEqual(ids('a new one', 'the first post').slice(1), [first], 'where another was put before it');
  assert.ok(!ids('a post of another agency').includes(first!), 'not with another in its place');
});

test('an id tells no word of the post', () => {
  assert.match(ids('the first post')[0]!, /^own:[0-9a-z]{1,7}$/);
});
