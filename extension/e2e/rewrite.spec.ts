// Rewrites from the card in every editor and place, in Chromium.
import { fixtures, places } from './editors';
import { test } from './look';
import { rewritePath } from './rewrite';

for (const f of [...fixtures, ...places]) {
  test(f.name, async ({ look }) => rewritePath(await look.open(f)));
}
