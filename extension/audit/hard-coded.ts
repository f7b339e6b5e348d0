// Reads our own sources for words that a person would see and that no locale
// can change: text in JSX and HTML, attributes that are read out, and any
// string that reads like a phrase.
//
// It reads syntax. A phrase is two words of two letters or more, and is looked
// for in what draws (ui, pages): elsewhere are lists of what others call their
// buttons. A single word is looked for everywhere, where it is shown.

import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as TS from 'typescript';

const ts = createRequire(join(process.cwd(), 'extension/package.json'))('typescript') as typeof TS;

/** Attributes and properties whose text a person sees or hears. */
const spokenNames = new Set([
  'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'textContent', 'innerText',
  'ariaLabel', 'ariaDescription',
]);
/** Calls whose text is for a program or for who debugs it: errors, selectors, addresses. */
const unseen = /Error$|^Refused$|^(?:querySelector(?:All)?|closest|matches|matchMedia|getContext|locator|RegExp|say|getMessage)$/;

const drawing = /(?:^|\/)(?:ui|pages)\/[^.]+\.tsx?$/;
/** The product's name is the same in every language. */
const brand = 'Second Look';
const word = /\p{L}/u;
const phrase = /(?<![\w:#.[-])\p{L}{2,}[,;:]? \p{L}{2,}/u;

/** The words in one source that no locale can change, as "line: words". */
export function hardCoded(file: string, text: string): string[] {
  return file.endsWith('.html') ? inHTML(text) : inScript(file, text);
}

function inHTML(text: string): string[] {
  const bare = text.replace(/<title>Second Look<\/title>/, '').replace(/<!--[\s\S]*?-->/g, '');
  const faults = bare.split(/<[^>]*>/).map((t) => t.trim()).filter((t) => word.test(t));
  for (const [, name, value] of bare.matchAll(/\s([\w-]+)="([^"]*)"/g)) if (spokenNames.has(name!) && word.test(value!)) faults.push(value!);
  return faults;
}

function inScript(file: string, text: string): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, kind);
  const faults: string[] = [];
  const visit = (node: TS.Node): void => {
    const said = wordsOf(node);
    if (said !== undefined && said !== brand && isFault(file, node, said)) {
      faults.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${said.trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function isFault(file: string, node: TS.Node, said: string): boolean {
  if (isShown(node)) return word.test(said);
  return drawing.test(file) && phrase.test(said) && !isUnseen(node);
}

function wordsOf(node: TS.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text;
  return undefined;
}

/** Whether one word in it would be seen: JSX, a spoken attribute, what is written into text. */
function isShown(node: TS.Node): boolean {
  const up = node.parent;
  if (ts.isJsxText(node)) return true;
  if (ts.isJsxExpression(up) && (ts.isJsxElement(up.parent) || ts.isJsxFragment(up.parent))) return true;
  if (ts.isJsxAttribute(up)) return spokenNames.has(up.name.getText());
  if (ts.isJsxExpression(up) && ts.isJsxAttribute(up.parent)) return spokenNames.has(up.parent.name.getText());
  if (ts.isBinaryExpression(up) && up.right === node && ts.isPropertyAccessExpression(up.left)) return spokenNames.has(up.left.name.text);
  if (ts.isCallExpression(up) && ts.isPropertyAccessExpression(up.expression) && up.expression.name.text === 'setAttribute') {
    const [name] = up.arguments;
    return name !== node && !!name && ts.isStringLiteral(name) && spokenNames.has(name.text);
  }
  return false;
}

function isUnseen(node: TS.Node): boolean {
  const up = node.parent;
  if (ts.isImportDeclaration(up) || ts.isLiteralTypeNode(up)) return true;
  if (ts.isJsxAttribute(up)) return !spokenNames.has(up.name.getText());
  if (ts.isNewExpression(up) || ts.isCallExpression(up)) {
    const called = ts.isPropertyAccessExpression(up.expression) ? up.expression.name.text : up.expression.getText();
    return unseen.test(called);
  }
  const whole = ts.isTemplateSpan(up) ? up.parent : up;
  return ts.isTemplateExpression(whole) && isUnseen(whole);
}

/** What of our folders is shown to people. Tests and their helpers are not. */
export function shownSources(dirs: string[]): string[] {
  return dirs.flatMap((dir) => readdirSync(dir, { withFileTypes: true }).flatMap((e) => {
    const path = join(dir, e.name);
    if (e.isDirectory()) return shownSources([path]);
    return /\.(ts|tsx|html)$/.test(e.name) && !/\.test\.|-fake\.ts$|-built\.ts$/.test(e.name) ? [path] : [];
  }));
}

export const read = (file: string): string[] => hardCoded(file, readFileSync(file, 'utf8'));
