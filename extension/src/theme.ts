// Whether the composer stands on a dark ground, so that lines and card suit it.

import { parentOf } from './tree';

/** True where the first painted background at or above el is dark. */
export function isDark(el: Element): boolean {
  for (let n: Element | null = el; n; n = parentOf(n)) {
    const parts = getComputedStyle(n).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
    const [r = 0, g = 0, b = 0, a = 1] = parts;
    if (parts.length >= 3 && a > 0.5) return 0.299 * r + 0.587 * g + 0.114 * b < 128;
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
}
