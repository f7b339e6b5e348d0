// Rules that the browser's own policy brings: storage.managed, which neither
// pages nor content scripts nor we can write (Chrome's and Edge's policy by
// managed_schema, Firefox's 3rdparty). A policy gives the root's fingerprint
// with them, so that nobody has to compare it.

import { codeOf, fileOf } from './rules-code';

export interface ManagedRules {
  code: string;
  /** Fingerprint of the agency's first root. */
  root: string;
}

/** The policy's rules; null where there is no policy, which Firefox says by an error. */
export async function managedRules(): Promise<ManagedRules | null> {
  try {
    const { rules, root } = (await chrome.storage.managed.get(['rules', 'root'])) as { rules?: unknown; root?: unknown };
    if (typeof rules !== 'string' || typeof root !== 'string' || !rules || !root) return null;
    return { code: fileOf(rules) ? rules : bare(rules), root };
  } catch {
    return null;
  }
}

/** A policy may hold the base64 alone, without the two lines around it. */
function bare(rules: string): string {
  try {
    return codeOf(Uint8Array.from(atob(rules.replace(/\s/g, '')), (c) => c.charCodeAt(0)));
  } catch {
    return rules; // refused as a code, and said so
  }
}

export function onManagedRules(changed: () => void): void {
  chrome.storage.managed.onChanged?.addListener(changed);
}
