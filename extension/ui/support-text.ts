// What the card of support says, in its order: for oneself a line first, for
// someone served the people who can act now, for someone close how to be there,
// for a stranger how to answer.

import type { CardFinding } from '../src/protocol';
import { nextStep, why } from './finding-text';
import { say } from './words';

const regionsWithLine = ['US', 'CA', 'GB', 'IE', 'AU'];

const knownAs = (region: string): string => {
  const known = region === 'UK' ? 'GB' : region;
  return regionsWithLine.includes(known) ? known : 'other';
};

/** The crisis line of a region, told only where the worker said which it is. */
export function supportLine(region: string): string {
  return say(`support_line_${knownAs(region)}`);
}

/** The number for a life at risk; where the country is not known, no number. */
export function emergency(region: string): string {
  return say(`reflect_emergency_${knownAs(region)}`);
}

/** line: set apart, to be rung or texted. */
export interface SupportPart {
  kind: 'text' | 'line';
  text: string;
}

const text = (said: string): SupportPart => ({ kind: 'text', text: said });
const line = (said: string): SupportPart => ({ kind: 'line', text: said });

export function supportParts(f: CardFinding): SupportPart[] {
  if (knownAs(f.region) === 'other') return anywhere(f);
  const called = line(supportLine(f.region));
  if (f.message === 'crisis_client') {
    return [text(why(f)), text(nextStep(f)), line(emergency(f.region)), text(say('reflect_line_client')), called];
  }
  if (f.message === 'crisis_close') {
    return [text(why(f)), text(say('reflect_line_client')), called, text(emergency(f.region)), text(nextStep(f))];
  }
  if (f.message === 'crisis_other') {
    return [text(why(f)), text(nextStep(f)), text(say('reflect_line_stranger')), called, text(say('reflect_line_elsewhere')), text(emergency(f.region))];
  }
  const veterans = knownAs(f.region) === 'US' ? [text(say('reflect_line_veterans'))] : [];
  return [text(why(f)), called, ...veterans, text(nextStep(f)), text(emergency(f.region))];
}

/** Where no number can be given, the one place that has them is named once, and the next step says whom to call. */
function anywhere(f: CardFinding): SupportPart[] {
  const listed = line(say('reflect_line_any'));
  if (f.message === 'crisis_client') return [text(why(f)), text(nextStep(f)), text(say('reflect_line_client')), listed];
  if (f.message === 'crisis_close') return [text(why(f)), text(say('reflect_line_client')), listed, text(emergency(f.region)), text(nextStep(f))];
  if (f.message === 'crisis_other') return [text(why(f)), text(nextStep(f)), listed, text(say('reflect_line_company'))];
  return [text(why(f)), line(supportLine(f.region)), text(nextStep(f))];
}
