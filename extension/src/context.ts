// What the engine is told beside the draft.

import type { Context } from './protocol';

export function context(attachments: number, setting: string, region: string, edit?: number): Context {
  const c: Context = { site: location.hostname, audience: 'public', attachments };
  if (setting) c.setting = setting;
  if (region) c.region = region;
  if (edit !== undefined) c.edit = edit;
  return c;
}
