import assert from 'node:assert/strict';
import test from 'node:test';
import { marksSayPost, saysPost, saysSave, saysSpare } from './submit-words.ts';

const yes = [
  'Post', 'Post all', 'Post All', 'Publish', 'Publish!', 'Toot!', 'Publish post', 'Publish replies', 'Reply', ' Send ', 'Tweet',
  'Note', 'Comment', 'Share now', 'Send message', 'Submit', 'Antworten', 'Veröffentlichen', 'Publicar', 'Enviar', 'Répondre',
  '投稿する', 'ノート', '发布', '게시하기', 'Опубликовать', 'Δημοσίευση', 'نشر', 'Post your reply',
  'Create Topic', 'Post Discussion', 'Post quick reply', 'Add comment', 'Add reply', 'Post your answer', 'Submit public response',
];
const no = [
  '', 'Add post', 'Add another post to thread', 'Everyone can reply', 'New post', 'Cancel', 'Save draft', 'Post options',
  'Schedule post', 'Search', 'Upload image', 'Delete post', '12', 'Posts by people you follow today', 'Unsend', 'Preview',
  'Quote', 'Schedule', 'Save', 'Update', 'Add another reply to it', 'Add topic',
];
for (const name of yes) test(`posts: ${name}`, () => assert.equal(saysPost(name), true));
for (const name of no) test(`does not post: ${name || 'no name'}`, () => assert.equal(saysPost(name), false));

for (const name of ['Save', 'Save changes', 'Save Edit', 'Update', 'Update post', 'Speichern', '保存']) test(`saves: ${name}`, () => assert.equal(saysSave(name), true));
for (const name of ['Save post', 'Save draft', 'Saved', 'Post', 'Edit']) test(`does not save: ${name}`, () => assert.equal(saysSave(name), false));
for (const name of ['Quote', 'Quote post', 'Schedule']) test(`may post: ${name}`, () => assert.equal(saysSpare(name), true));

const strong = ['data-cy-open-post-form-submit', 'composer-submit', 'btn-submit', 'publish-button'];
for (const mark of strong) test(`marked as posting: ${mark}`, () => assert.equal(marksSayPost.strong(['_button', mark]), true));
for (const mark of ['open-composer', 'submit-preview', 'search-submit']) test(`not marked: ${mark}`, () => assert.equal(marksSayPost.strong([mark]), false));
for (const mark of ['SendIcon', 'fa-paper-plane', 'ti-send', 'mdi:send', '#icon-send', 'lucide-send-horizontal']) test(`a picture of posting: ${mark}`, () => assert.equal(marksSayPost.icon(mark), true));
for (const mark of ['sender', 'fa-reply', 'unsend', 'toggle-send']) test(`no picture of posting: ${mark}`, () => assert.equal(marksSayPost.icon(mark), false));
