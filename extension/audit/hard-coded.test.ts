// No word that a person sees stands outside of _locales.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hardCoded, read, shownSources } from './hard-coded';

/** An address is none of anybody's language. */
const allowed: Record<string, RegExp> = {
  'extension/pages/add-site.tsx': /social\.example$/,
  'extension/pages/agency-code.tsx': /https:\/\/rules\.example\.org\//,
  'extension/pages/desk/editor.ts': /(var\(--\w+\)|monospace)$/, // a style
};

test('no hard-coded words', () => {
  const files = shownSources(['src', 'sites', 'ui', 'pages'].map((d) => `extension/${d}`));
  assert.ok(files.length > 100);
  const faults = files.flatMap((f) => read(f).filter((line) => !allowed[f]?.test(line)).map((line) => `${f}:${line}`));
  assert.deepEqual(faults, []);
});

for (const [name, source] of Object.entries({
  'a.tsx': 'const a = <p>Hello</p>',
  'b.tsx': "const a = <p>{'Hello'}</p>",
  'c.tsx': '<button aria-label="Close" />',
  'd.tsx': "<input placeholder={'Search'} />",
  'e.ts': "el.textContent = 'Copied'",
  'ui/f.ts': "const label = 'Turn it on'",
  'pages/g.ts': 'const label = `${n} rules muted`',
  'h.ts': "el.setAttribute('aria-label', 'Close')",
  'i.html': '<h1>Try</h1>',
  'j.html': '<input placeholder="Write here">',
})) {
  test(`refuses ${source}`, () => assert.equal(hardCoded(name, source).length, 1));
}

for (const [name, source] of Object.entries({
  'a.tsx': "const a = <p class=\"field note\">{say('card_close')} – {name}</p>",
  'b.ts': "throw new Error('open settings')",
  'c.ts': "document.querySelector('main button')",
  'd.ts': "type T = 'one two' | 'three'",
  'e.html': '<title>Second Look</title><h1 data-say="try_title"></h1>',
  'f.ts': "el.setAttribute('role', 'button')",
})) {
  test(`passes ${source}`, () => assert.deepEqual(hardCoded(name, source), []));
}
