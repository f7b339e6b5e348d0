import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cuesOf } from './cues';

const lines: [string, string[]][] = [
  ['Night shift again, and she came in at three', ['shift']],
  ['The lady in room 12 asked for her husband', ['unit']],
  ['My caseload is 40 and this one broke me', ['workload']],
  ['My 4pm cried', ['workload']],
  ['We call him “Bluey” and he likes it', ['code']],
  ['The garden was quiet', []],
];

for (const [text, cues] of lines) test(text, () => assert.deepEqual(cuesOf(text), cues));
