// What practice needs of where it runs: the extension, or the Try it page.

import type { ComponentChildren } from 'preact';
import type { Context, Verdict } from '../../src/protocol';
import type { ProgressBook } from './progress';
import type { Scenario } from './scenarios';

export interface PracticeHost {
  /** The engine's verdict, whatever the worker muted; undefined where there is none. */
  check(text: string, context: Context): Promise<Verdict | undefined>;
  progress: ProgressBook;
  /** True where the counts outlive the page. */
  keeps: boolean;
  /** The worker's region, for lines that help; '' when not said. */
  region: string;
  /** An agency's name and its own posts; none where there is no agency. */
  agency?: { name: string; posts: Scenario[] };
  /** Links to the pages beside this one. */
  beside: ComponentChildren;
}
