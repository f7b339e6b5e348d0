import assert from 'node:assert/strict';
import test from 'node:test';
import { saysPost } from './submit-words.ts';

const yes = [
  'Post', 'Post all', 'Post All', 'Publish', 'Publish!', 'Toot!', 'Publish post', 'Publish replies', 'Reply', ' Send ', 'Tweet',
  'Note', 'Comment', 'Share now', 'Send message', 'Submit', 'Antworten', 'Veröffentlichen', 'Publicar', 'Enviar', 'Répondre',
  '投稿する', 'ノート', '发布', '게시하기', 'Опубликовать', 'Δημοσίευση', 'نشر', 'Post your reply',
];
const no = [
  '', 'Add post', 'Add another post to thread', 'Everyone can reply', 'New post', 'Cancel', 'Save draft', 'Post options',
  'Schedule post', 'Search', 'Upload image', 'Delete post', '12', 'Posts by people you follow today', 'Unsend', 'Preview',
];
for (const name of yes) test(`posts: ${name}`, () => assert.equal(saysPost(name), true));
for (const name of no) test(`does not post: ${name || 'no name'}`, () => assert.equal(saysPost(name), false));
