// What the engine is told beside the draft.

import type { Composer } from './composer';
import type { Context } from './protocol';
import { parentOf } from './tree';

const MEDIA = 'img[src^="blob:"],video[src^="blob:"],.compose-form__upload,[data-testid=attachments] img';
const FORM = 'form,dialog,[role=dialog],[role=group],main,body';

export function context({ box }: Composer, setting: string, region: string, edit?: number): Context {
  const c: Context = { site: location.hostname, audience: 'public', attachments: attachments(box) };
  if (setting) c.setting = setting;
  if (region) c.region = region;
  if (edit !== undefined) c.edit = edit;
  return c;
}

// Pictures chosen but not yet posted stand in the composer's form as blobs.
function attachments(box: HTMLElement): number {
  for (let n = parentOf(box); n; n = parentOf(n)) {
    if (n.matches(FORM)) return n.querySelectorAll(MEDIA).length;
  }
  return 0;
}
