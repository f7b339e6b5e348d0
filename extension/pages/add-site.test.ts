import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originOfTyped } from './add-site';

test('what is typed becomes an origin, https where nothing else is said', () => {
  const cases: Record<string, string> = {
    'social.example': 'https://social.example',
    '  https://social.example/home?a=b ': 'https://social.example',
    'http://127.0.0.1:8787/try': 'http://127.0.0.1:8787',
    'localhost:3000': 'https://localhost:3000',
    '': '',
    'two words': '',
    'file:///etc/passwd': '',
    'chrome://settings': '',
    'https://': '',
  };
  for (const [typed, origin] of Object.entries(cases)) assert.equal(originOfTyped(typed), origin, typed);
});
