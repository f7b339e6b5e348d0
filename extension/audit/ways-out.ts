// Reads our own sources and names every way by which a draft could leave: the
// network, navigation, markup, storage, the console, code made from text.
//
// It reads syntax, not types: what it cannot follow (an alias of window, a
// computed name on a global) is itself refused.

import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type * as TS from 'typescript';

export const ts = createRequire(join(process.cwd(), 'extension/package.json'))('typescript') as typeof TS;

/** What one entry may do beyond nothing. Each text is a node's source, spaces collapsed. */
export interface Allowance {
  /** Statements or calls that are allowed, and how often each has to be there. */
  exactly: Record<string, number>;
  /** chrome.* paths that may be used, by prefix. */
  chrome: string[];
  /** npm packages that may be imported. */
  packages: string[];
}

const globals = ['window', 'globalThis', 'self', 'document', 'navigator', 'top', 'parent', 'frames', 'chrome', 'location'];

/** Never as a name by itself, never as a property. */
const bannedNames = new Set([
  'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'sendBeacon', 'Image', 'Audio',
  'RTCPeerConnection', 'WebTransport', 'Worker', 'SharedWorker', 'BroadcastChannel', 'importScripts', 'eval', 'Function',
  'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'createContextualFragment', 'srcdoc',
  'dangerouslySetInnerHTML', 'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookie', 'cookieStore',
  'serviceWorker', 'clipboard', 'console', 'constructor', 'Reflect', 'DOMParser', 'FontFace', 'Request',
  'Notification', 'execCommand', 'wrappedJSObject', 'setAttributeNS', 'setAttributeNode', 'setNamedItem', 'write', 'writeln', 'execScript', 'showSaveFilePicker',
]);

/** Attributes and properties that make a browser fetch or run what they hold. */
const loading = new Set([
  'src', 'href', 'srcset', 'action', 'formAction', 'formaction', 'poster', 'ping', 'background', 'manifest', 'style', 'cssText',
]);

/** Properties among them that may be written: they cannot load by themselves. */
const writable = new Set(['style', 'cssText', 'background']);

export interface Finding {
  file: string;
  line: number;
  what: string;
}

/** What stands behind "#feed" in each edition, as package.json says. */
export type Edition = 'standard' | 'default';

const behind = JSON.parse(readFileSync('extension/package.json', 'utf8')).imports as Record<string, Record<Edition, string>>;

/** The sources that an entry reaches, type-only imports apart. Paths are relative to the repository. */
export function reach(entry: string, packages: string[], findings: Finding[], edition: Edition = 'default'): string[] {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file) || file.endsWith('.json')) return;
    seen.add(file);
    for (const from of importsOf(file)) {
      const inner = behind[from]?.[edition];
      if (inner) {
        visit(normalize(join('extension', inner)));
        continue;
      }
      if (!from.startsWith('.')) {
        if (!packages.includes(from)) findings.push({ file, line: 0, what: `import of ${from}` });
        continue;
      }
      visit(resolve(file, from));
    }
  };
  visit(entry);
  return [...seen].sort();
}

export function parse(file: string, text = readFileSync(file, 'utf8')): TS.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, kind);
}

export function importsOf(file: string, source = parse(file)): string[] {
  const found: string[] = [];
  for (const s of source.statements) {
    const isImport = ts.isImportDeclaration(s) && !s.importClause?.isTypeOnly;
    const isExport = ts.isExportDeclaration(s) && !s.isTypeOnly && s.moduleSpecifier;
    if ((isImport || isExport) && s.moduleSpecifier && ts.isStringLiteral(s.moduleSpecifier)) {
      found.push(s.moduleSpecifier.text);
    }
  }
  return found;
}

export function resolve(file: string, from: string): string {
  const base = normalize(join(dirname(file), from));
  for (const end of ['', '.ts', '.tsx', '/index.ts']) {
    if (/\.\w+$/.test(base + end) && existsSync(base + end)) return base + end;
  }
  throw new Error(`${file} imports ${from}, which is not there`);
}

export const flat = (s: string) => s.replace(/\s+/g, ' ').trim();

/** All ways out in the files, and every allowed text that is not there as often as it has to be. */
export function audit(files: string[], allow: Allowance): Finding[] {
  const findings: Finding[] = [];
  const counts: Record<string, number> = {};
  for (const file of files) findings.push(...auditSource(parse(file), allow, counts));
  for (const [text, times] of Object.entries(allow.exactly)) {
    if ((counts[text] ?? 0) !== times) {
      findings.push({ file: '', line: 0, what: `allowed ${times} times, there ${counts[text] ?? 0} times: ${text}` });
    }
  }
  return findings;
}

/** Audits a text as if it were a source file; for the audit's own tests. */
export function auditText(text: string, allow: Allowance): Finding[] {
  return auditSource(parse('planted.tsx', text), allow, {});
}

function auditSource(source: TS.SourceFile, allow: Allowance, counts: Record<string, number>): Finding[] {
  const findings: Finding[] = [];
  const visit = (node: TS.Node) => {
    const text = flat(node.getText(source)).replace(/;$/, '');
    if (text in allow.exactly && (ts.isCallExpression(node) || ts.isBinaryExpression(node) || ts.isAsExpression(node) || ts.isJsxAttribute(node))) {
      counts[text] = (counts[text] ?? 0) + 1;
      return; // allowed as a whole
    }
    const what = fault(node, source, allow);
    if (what) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      findings.push({ file: source.fileName, line, what: `${what}: ${text.slice(0, 80)}` });
    }
    if (ts.isTypeNode(node)) return;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}

function fault(node: TS.Node, source: TS.SourceFile, allow: Allowance): string {
  if (ts.isTypeNode(node)) return '';
  if (ts.isIdentifier(node)) return nameFault(node);
  if (ts.isElementAccessExpression(node)) return elementFault(node);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return callFault(node, source);
  if (ts.isBinaryExpression(node) && assigns(node)) return assignmentFault(node);
  if (ts.isJsxAttribute(node)) return attributeFault(node, source);
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return stringFault(node.getText(source));
  if (ts.isPropertyAccessExpression(node)) return chromeFault(node, source, allow);
  return '';
}

/** Object keys and declared names are no uses; a destructured one is. */
function nameFault(node: TS.Identifier): string {
  const { parent } = node;
  if (bannedNames.has(node.text)) {
    const isKey = (ts.isPropertyAssignment(parent) && parent.name === node)
      || ts.isPropertySignature(parent) || ts.isMethodSignature(parent);
    return isKey ? '' : 'banned name';
  }
  if (!globals.includes(node.text) || node.text === 'top' || node.text === 'parent') return '';
  return isAlias(node) ? 'alias of a global' : '';
}

function isAlias(node: TS.Identifier): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isSpreadAssignment(parent) || ts.isSpreadElement(parent)) return true;
  if (ts.isReturnStatement(parent) || ts.isArrayLiteralExpression(parent) || ts.isAsExpression(parent)) return node.text !== 'document';
  if (ts.isBinaryExpression(parent)) return parent.right === node && assigns(parent);
  return false;
}

function elementFault(node: TS.ElementAccessExpression): string {
  const key = node.argumentExpression;
  if (ts.isStringLiteralLike(key) && (bannedNames.has(key.text) || loading.has(key.text))) return 'banned name';
  const onGlobal = ts.isIdentifier(node.expression) && globals.includes(node.expression.text);
  return onGlobal && !ts.isNumericLiteral(key) ? 'computed name on a global' : '';
}

function callFault(node: TS.CallExpression | TS.NewExpression, source: TS.SourceFile): string {
  const callee = node.expression;
  const first = node.arguments?.[0];
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return 'dynamic import';
  const path = flat(callee.getText(source)).replaceAll('?.', '.');
  if (/^(window|globalThis|self|document)\.open$/.test(path) || path === 'open') return 'opens a window';
  if (/(^|\.)location\.(assign|replace|reload)$/.test(path)) return 'navigates';
  if (/(^|\.)(setTimeout|setInterval)$/.test(path) && first && ts.isStringLiteralLike(first)) return 'code from text';
  if (path === 'require') return 'require';
  if (/\.(setAttribute|toggleAttribute)$/.test(path)) return attributeNameFault(first);
  if (/\.postMessage$/.test(path) && !/(^|\.)port\.postMessage$/.test(path)) return 'posts to a window';
  if (/\.createElement$/.test(path)) return elementNameFault(first);
  return '';
}

function attributeNameFault(name: TS.Expression | undefined): string {
  if (!name || !ts.isStringLiteralLike(name)) return 'attribute of a computed name';
  const attribute = name.text.toLowerCase();
  return loading.has(attribute) || attribute.startsWith('on') ? 'attribute that loads or runs' : '';
}

/** Elements that load or run by what they hold. The frame itself loads by its allow-listed address alone. */
function elementNameFault(name: TS.Expression | undefined): string {
  // A name of our own, look-…: with a dash in it, an element loads nothing.
  if (name && ts.isTemplateExpression(name) && name.head.text.includes('-')) return '';
  if (!name || !ts.isStringLiteralLike(name)) return 'element of a computed name';
  const heavy = ['script', 'link', 'img', 'image', 'object', 'embed', 'audio', 'video', 'source', 'a', 'form', 'base', 'meta'];
  return heavy.includes(name.text.toLowerCase()) ? 'element that loads' : '';
}

function assigns(node: TS.BinaryExpression): boolean {
  const kind = node.operatorToken.kind;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function assignmentFault(node: TS.BinaryExpression): string {
  const { left } = node;
  if (ts.isIdentifier(left) && left.text === 'location') return 'navigates';
  if (!ts.isPropertyAccessExpression(left)) return '';
  const name = left.name.text;
  if (name === 'location' || name.startsWith('on') && globals.includes(left.expression.getText())) return 'navigates or replaces a handler';
  return loading.has(name) && !writable.has(name) ? 'write that loads' : '';
}

/** A literal address of our own package may stand in markup; a computed one may not. */
function attributeFault(node: TS.JsxAttribute, source: TS.SourceFile): string {
  const name = node.name.getText(source);
  if (bannedNames.has(name)) return 'banned name';
  if (!loading.has(name)) return '';
  const own = node.initializer && ts.isStringLiteral(node.initializer) && /^[\w-]+\.html(?:#[a-z]+)?$/.test(node.initializer.text);
  return own ? '' : 'attribute that loads';
}

function stringFault(text: string): string {
  if (/url\(|@import|image-set\(/i.test(text)) return 'style that loads';
  return /javascript:/i.test(text) ? 'code from text' : '';
}

function chromeFault(node: TS.PropertyAccessExpression, source: TS.SourceFile, allow: Allowance): string {
  if (ts.isPropertyAccessExpression(node.parent)) return ''; // judged as a whole, at its outermost
  const path = flat(node.getText(source)).replaceAll('?.', '.').replaceAll('!', '').split('(')[0]!;
  const m = /^(?:globalThis\.|window\.|self\.)?(?:chrome|browser)\.(.*)$/.exec(path);
  if (!m) return '';
  return allow.chrome.some((p) => m[1] === p || m[1]!.startsWith(`${p}.`)) ? '' : 'extension interface beyond the listed';
}
