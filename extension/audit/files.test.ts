// What the worker attaches is counted and never looked at: no source that the
// content script reaches touches a file's bytes, name, size or kind.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reach } from './ways-out';

/** What gives a file, or what is in it or said of it. */
const looks = [
  /\.files\b(?!\?\.length\b|\.length\b)/, /\.items\b/, /\bgetAsFile\b/, /\bwebkitGetAsEntry\b/, /\bgetAsFileSystemHandle\b/, /\bgetData\b/,
  /\bFileReader\b/, /\bFileList\b/, /\b(?:instanceof|as|:) (?:File|Blob)\b/, /\bcreateObjectURL\b/, /\bcreateImageBitmap\b/,
  /\bdrawImage\b/, /\bImageData\b/, /\.stream\(/, /\.arrayBuffer\(/, /\.lastModified\b/, /\.webkitRelativePath\b/,
];

const faults = (source: string): string[] => {
  const code = source.split('\n').filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line)).join('\n');
  return looks.filter((look) => look.test(code)).map(String);
};

test('the content script never looks into a file', () => {
  const files = reach('extension/src/content.ts', [], []);
  assert.ok(files.includes('extension/src/attachments.ts'));
  for (const file of files) assert.deepEqual(faults(readFileSync(file, 'utf8')), [], file);
});

for (const look of ['input.files[0]', 'input.files![0]!.name', '[...input.files].map(f)', 'data.items[0]', 'item.getAsFile()', 'new FileReader()', 'g.drawImage(img, 0, 0)', 'data.getData("text/plain")', 'f.arrayBuffer()']) {
  test(`refuses ${look}`, () => assert.notDeepEqual(faults(look), []));
}

test('passes a count', () => assert.deepEqual(faults('(target.files?.length ?? 0) > 0 && data.types.includes("Files")'), []));
