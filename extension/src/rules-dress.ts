// What a card says of an agency's own rule, and the engine does not: whose it is
// and why. The same in the extension and on the server's pages.

import type { Shown } from './engine-rules';
import type { Account, Verdict } from './protocol';

/** The verdict with its findings' account, and of the agency's own rules its name and their why. */
export function dressed(verdict: Verdict, account: Account, agency?: { name: string; shown: Shown }): Verdict {
  const findings = verdict.findings.map((f) => ({ ...f, account, ...(agency ? ofAgency(f.rule, agency.name, agency.shown) : {}) }));
  return { ...verdict, findings };
}

function ofAgency(rule: string, agency: string, shown: Shown): { agency: string; why: Record<string, string> } | object {
  const own = shown.rules.find((r) => `${shown.agency}/${r.id}` === rule);
  return own ? { agency, why: own.why } : {};
}
