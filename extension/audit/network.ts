// Holds the one module that asks the network to what it promises: GETs without
// a body, to paths of a fixed form, with nothing of anybody's in them.

import { flat, importsOf, parse, ts } from './ways-out';
import type * as TS from 'typescript';

export const network = 'extension/src/feed-network.ts';

/** The one call by which anything is asked. */
export const theAsking = 'fetch(feedUrl(address, path), { ' +
  "method: 'GET', credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer', headers, signal, })";

/** Where the headers of the call come from. */
const theHeaders = "const headers: HeadersInit = tag !== '' && tags.test(tag) ? { 'If-None-Match': tag } : {};";
/** And its address. */
const theAddress = 'return `${origin}/v1/a/${capability}/${path}`;';
const theGuard = "if (!origins.test(origin) || !capabilities.test(capability) || !paths.test(path)) throw new FeedTrouble('feed-other');";
const thePatterns = [
  String.raw`const origins = /^(?:https:\/\/[^\s/?#@\\]+|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d{1,5})?)$/;`,
  String.raw`const capabilities = /^[\w-]{16,64}$/;`,
  String.raw`const paths = /^(?:head|root\/[1-9]\d{0,2}|(?:release|blob)\/[0-9a-f]{64})$/;`,
  String.raw`const tags = /^(?:"[0-9a-f]{32}")?$/;`,
];

/** Names that a module of the network has no business with: what a person wrote, and where. */
const draft = /^(?:text|draft|verdict|findings?|spans?|composer|tap|tabs?|document|window|settings|context|message)$/i;

/** Everything in the text of the network's module that is not as promised. */
export function networkFaults(text: string): string[] {
  const source = parse('feed-network.ts', text);
  const faults = allImports(source).filter((from) => from !== './feed-address').map((from) => `import of ${from}`);
  const statements = new Set<string>();
  const visit = (node: TS.Node): void => {
    if (ts.isStatement(node)) statements.add(flat(node.getText(source)));
    if (ts.isIdentifier(node) && node.text === 'fetch') {
      const call = node.parent;
      if (!ts.isCallExpression(call) || flat(call.getText(source)) !== theAsking) faults.push(`fetch: ${flat(call.getText(source))}`);
    }
    if (ts.isIdentifier(node) && draft.test(node.text)) faults.push(`name: ${node.text}`);
    if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) faults.push('dynamic import');
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const s of [theHeaders, theAddress, theGuard, ...thePatterns]) if (!statements.has(s)) faults.push(`not there: ${s}`);
  if (count(text, 'headers') !== count(theHeaders + theAsking, 'headers') + count(text, 'response.headers')) faults.push('headers');
  return faults;
}

const count = (text: string, word: string): number => text.split(word).length - 1;

/** With the types: not even the shape of a draft is known there. */
function allImports(source: TS.SourceFile): string[] {
  const types = source.statements.filter(ts.isImportDeclaration).map((s) => (s.moduleSpecifier as TS.StringLiteral).text);
  return [...new Set([...importsOf(source.fileName, source), ...types])];
}
