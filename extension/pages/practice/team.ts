// What a team meeting takes: how many posts, and what to talk about.

import { say } from '../../ui/words';
import type { Scenario } from './scenarios';

/** How many posts a meeting may take, beside all. */
export const howMany = [6, 12, 24];

/** The posts of a meeting; 0 takes all. */
export const teamSet = (set: readonly Scenario[], many: number): readonly Scenario[] => (many > 0 ? set.slice(0, many) : set);

/**
 * Questions for the room: the six that Sage asks in "Ethical use of social
 * media: the responsibility of human services providers" (husITa), and the one
 * her article opens with.
 */
export const questions = (): string[] => [1, 2, 3, 4, 5, 6, 7].map((n) => say(`practice_question_${n}`));
