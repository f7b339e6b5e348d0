// How an agency's rules stand, for a page that shows them.

import { useEffect, useState } from 'preact/hooks';
import type { RulesState } from '../src/rules-protocol';
import { getRules } from './ask';

const beat = 250; // ms between two looks at how far an activation is

/** The state of an agency's rules, looked at again while something goes on. */
export function useRules(): [RulesState | undefined, (s: RulesState) => void] {
  const [state, show] = useState<RulesState>();
  useEffect(() => void getRules().then(show), []);
  const going = state?.progress !== null && state !== undefined;
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(() => void getRules().then(show), beat);
    return () => clearInterval(timer);
  }, [going]);
  return [state, show];
}
