// What a screen reader is given: the browser's own accessibility tree of a
// document, a line a node, as text that can be kept and compared.
import type { Frame, Page } from '@playwright/test';
import { messages } from './messages';

interface AXNode {
  nodeId: string;
  parentId?: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  childIds?: string[];
  properties?: { name: string; value: { value: unknown } }[];
}

const told = ['level', 'focused', 'modal', 'hasPopup', 'expanded', 'checked', 'disabled', 'live', 'invalid'];
const silent = new Set(['InlineTextBox', 'none', 'generic', 'LineBreak', 'RootWebArea']);

/** A question has four wordings, one drawn a draft: the first stands for all. */
const first = new Map(Object.entries(messages).flatMap(([key, text]) => {
  const m = /^(.*)_v[1-3]$/.exec(key);
  return m ? [[text, messages[m[1]!]!] as const] : [];
}));

/** The tree of a document of ours. */
export async function spoken(where: Frame | Page): Promise<string> {
  const page = 'page' in where ? where.page() : where;
  const cdp = await page.context().newCDPSession(where);
  await cdp.send('Accessibility.enable');
  const { nodes } = await cdp.send('Accessibility.getFullAXTree') as { nodes: AXNode[] };
  await cdp.detach();
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  const lines: string[] = [];
  const walk = (n: AXNode, depth: number, above: string): void => {
    const line = n.ignored ? '' : lineOf(n, above);
    if (line) lines.push('  '.repeat(depth) + line);
    for (const id of n.childIds ?? []) walk(byId.get(id)!, depth + (line ? 1 : 0), line ? n.name?.value ?? '' : above);
  };
  walk(nodes.find((n) => n.parentId === undefined)!, 0, '');
  return `${lines.join('\n')}\n`;
}

function lineOf(n: AXNode, above: string): string {
  const role = n.role?.value ?? '';
  const name = n.name?.value.trim() ?? '';
  if (silent.has(role)) return '';
  if (role === 'StaticText') return name === '' || above.includes(name) ? '' : JSON.stringify(first.get(name) ?? name);
  const facts = (n.properties ?? []).filter((p) => told.includes(p.name) && p.value.value !== false && p.value.value !== 'false' && p.value.value !== 'off');
  const more = facts.map((p) => (p.value.value === true ? p.name : `${p.name}=${p.value.value}`));
  const described = n.description?.value ? [`described ${JSON.stringify(n.description.value)}`] : [];
  return [role, name && JSON.stringify(first.get(name) ?? name), ...more.sort(), ...described].filter(Boolean).join(' ');
}
