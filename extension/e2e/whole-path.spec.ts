// The whole path in every editor and place, in Chromium.
import { fixtures, places } from './editors';
import { test } from './look';
import { wholePath } from './whole-path';

for (const f of [...fixtures, ...places]) {
  test(f.name, async ({ look }) => wholePath(await look.open(f)));
}
