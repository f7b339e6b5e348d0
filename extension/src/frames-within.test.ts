import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FramedDraft } from './frames-within';

const state = (draft: boolean) => ({ t: 'framed' as const, id: 'a', draft, asks: [] });

test('a frame that is emptied has seen its draft off, also where the next is begun at once', () => {
  const frame = {} as HTMLElement;
  const draft = new FramedDraft('a', frame, state(true), () => {});
  draft.hear(frame, state(true));
  assert.equal(draft.sent, 0);
  draft.hear(frame, state(false));
  draft.hear(frame, state(true));
  assert.equal(draft.sent, 1);
});
