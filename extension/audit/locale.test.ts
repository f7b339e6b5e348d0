// The words: complete, used, and in the wording the house promised.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import messages from '../_locales/en/messages.json';

const words: Record<string, { message: string }> = messages;

/** The message keys of the built-in rules; each has a question, a why and a next step. */
const findings = [
  'identifier_name', 'identifier_contact', 'identifier_record', 'identifier_birth', 'identifier_handle',
  'story_combination', 'story_rare', 'story_detail', 'story_general', 'story_death',
  'image_client', 'image_record', 'image_work', 'image_consent', 'image_attached',
  'demeaning_one', 'demeaning_group', 'demeaning_light', 'demeaning_threat',
  'boundary_contact', 'boundary_search', 'boundary_gift', 'boundary_romance', 'venting_named',
  'employer_place', 'employer_access', 'employer_cover', 'employer_matter', 'employer_voice',
  'advice_individual', 'crisis_self', 'crisis_client', 'crisis_close', 'crisis_other',
];

const parts = [
  'age', 'sex', 'ethnicity', 'place', 'time', 'family', 'health', 'occupation', 'event', 'relation', 'workplace',
];

const categories = [
  'client_identifier', 'client_story', 'client_image', 'demeaning', 'boundary', 'work_venting', 'employer_info',
  'online_advice', 'crisis',
];

/** Families of keys that the sources build from a word: level_ + 'hold'. */
const families = /^(level|rule|category|announce|badge|part|who|authority|cite|support_line|popup_state|options_sees|options_badge|setting|welcome_point|try_example|try|card|rules_(?:refused|area|text|level|role)|approve_change|desk_(?:level|rules|account)|prove_(?:permission|import|step|place)|reflect_(?:site|tell|law|request|emergency|consent|tally|keep|first|kept_prompt|sup_talk|posted_undo|posted_note)|practice_(?:sector|guess|question)|rewrite_(?:kind|level)|rewrite|read_(?:client|colleague))_/;

test('every finding has its question, its why and its next step', () => {
  for (const key of findings) {
    assert.match(words[key]?.message ?? '', /\?$/, key);
    for (const end of ['_why', '_do']) assert.ok(words[key + end]?.message, key + end);
  }
});

test('a variant is a question too', () => {
  for (const [key, { message }] of Object.entries(words)) {
    if (/_v[1-3]$/.test(key)) assert.match(message, /\?”?$/, key);
  }
});

test('a question has four wordings, but for grief and support, where none is worn', () => {
  for (const key of findings) {
    const one = key === 'story_death' || key.startsWith('crisis_');
    const wordings = [words[key]!.message, ...[1, 2, 3].flatMap((n) => words[`${key}_v${n}`]?.message ?? [])];
    assert.equal(new Set(wordings).size, one ? 1 : 4, key);
  }
});

test('every part and category has its words', () => {
  for (const p of parts) assert.ok(words[`part_${p}`], p);
  for (const c of categories) assert.ok(words[`category_${c}`], c);
});

test('every rule has a plain name, and no other thing has one', () => {
  const folder = 'internal/policy/baseline';
  const yaml = readdirSync(folder).map((n) => readFileSync(join(folder, n), 'utf8')).join('\n');
  const written = [...yaml.matchAll(/- id: (\S+)\n((?:    .*\n)*)/g)].filter(([, , body]) => /^    message: /m.test(body!)).map((m) => m[1]!);
  const steps = readdirSync('internal/engine').filter((n) => n.endsWith('.go') && !n.endsWith('_test.go')).map((n) => readFileSync(join('internal/engine', n), 'utf8')).join('\n');
  const built = [...steps.matchAll(/"((?:identifier|story|image)\.[a-z]+)"/g)].map((m) => m[1]!);
  const scored = categories.filter((c) => c !== 'client_identifier').map((c) => `model.${c}`);
  const wanted = new Set([...written, ...built, ...scored].map((rule) => `rule_${rule.replaceAll(/[.-]/g, '_')}`));
  assert.ok(written.length > 20 && built.length > 5);
  assert.deepEqual(Object.keys(words).filter((k) => k.startsWith('rule_')).sort(), [...wanted].sort());
});

test('every reason to refuse rules is said in plain words', () => {
  const go = readFileSync('internal/trust/reason.go', 'utf8');
  const codes = [.../reasonCodes = [^{]*\{([^}]*)\}/.exec(go)![1]!.matchAll(/"([a-z-]+)"/g)].map((m) => m[1]!);
  assert.ok(codes.length > 20);
  const feed = [...readFileSync('extension/src/feed-network.ts', 'utf8').matchAll(/'(feed-[a-z]+)'/g)].map((m) => m[1]!);
  assert.ok(feed.length > 4);
  for (const code of [...codes, ...feed, 'feed-code', 'feed-http', 'feed-root', 'feed-edition', 'feed-permission', 'memory', 'no-code', 'proof', 'raises', 'stored', 'engine']) {
    assert.ok(words[`rules_refused_${code.replaceAll('-', '_')}`], code);
  }
});

test('no accusation, and no rule against talking about work', () => {
  const never = /inappropriat|unprofessional|reputation|violat|disparag|discredit|disrespect|\bnegative\b|\bmust not\b|\bforbidden\b|\bdo not discuss\b|\btermination\b|\bdisciplin/i;
  for (const [key, { message }] of Object.entries(words)) assert.doesNotMatch(message, never, key);
});

test('lines that help are on nobody’s page but the region’s', () => {
  for (const [key, { message }] of Object.entries(words)) {
    if (!/^support_line_(US|CA)$/.test(key)) assert.doesNotMatch(message, /\b988\b/, key);
  }
});

function sources(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((e) => {
    if (e.isDirectory()) return sources(join(dir, e.name));
    return /\.(ts|tsx|go|html)$/.test(e.name) && !e.name.includes('.test.') ? [readFileSync(join(dir, e.name), 'utf8')] : [];
  });
}

const code = ['src', 'sites', 'ui', 'pages', 'build'].flatMap((d) => sources(join('extension', d))).join('\n');

test('every key that is asked for is there', () => {
  for (const [, key] of code.matchAll(/\b(?:say|getMessage)\(\s*['"]([a-z]\w+)['"]/g)) assert.ok(words[key!], key);
  for (const [, key] of code.matchAll(/__MSG_(\w+)__/g)) assert.ok(words[key!], key);
  for (const [, key] of code.matchAll(/data-say="(\w+)"/g)) assert.ok(words[key!], key);
  for (const [, key] of code.matchAll(/'((?:who|options_add|approve_no)_[a-z_]+)'/g)) assert.ok(words[key!], key);
});

test('every key is asked for', () => {
  const ofFindings = new Set(findings.flatMap((k) => [k, `${k}_why`, `${k}_do`, `${k}_v1`, `${k}_v2`, `${k}_v3`]));
  for (const key of Object.keys(words)) {
    if (ofFindings.has(key) || families.test(key)) continue;
    assert.ok(code.includes(`'${key}'`) || code.includes(`__MSG_${key}__`) || code.includes(`data-say="${key}"`), key);
  }
});

test('fillings are numbered from one, without a gap', () => {
  for (const [key, { message }] of Object.entries(words)) {
    const used = [...new Set([...message.matchAll(/\$(.)/g)].map((m) => m[1]))].sort();
    assert.deepEqual(used, used.map((_, i) => String(i + 1)), key);
  }
});
