// WCAG 2.2 AA by axe, of a page or a frame as it stands.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules for whole pages of a site, which our frame and a popup are not. */
const never = ['region', 'landmark-one-main', 'page-has-heading-one', 'heading-order'];

interface Report {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}

/** What is wrong, a line each. */
export async function faults(where: Page | Frame): Promise<string[]> {
  await where.evaluate(axe);
  const report = await where.evaluate(([values, off]) => {
    const { run } = (window as unknown as { axe: { run(d: Document, o: object): Promise<Report> } }).axe;
    const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
    return run(document, { runOnly: { type: 'tag', values }, rules });
  }, [tags, never] as const);
  return report.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html} ${n.failureSummary}`));
}
