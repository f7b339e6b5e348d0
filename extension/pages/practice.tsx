// Practice, in the extension: the engine is the background's, with an agency's
// rules in force; the counts are kept in the extension's own storage.

import { render } from 'preact';
import { dressDocument, say } from '../ui/words';
import { getRules, getSettings, readText } from './ask';
import type { PracticeHost } from './practice/host';
import { ownPosts } from './practice/own-posts';
import { keptBook } from './practice/progress';
import { Practice } from './practice/room';

async function hostHere(): Promise<PracticeHost> {
  const [settings, rules] = await Promise.all([getSettings(), getRules().catch(() => undefined)]);
  const view = rules?.view;
  return {
    check: async (text, context) => {
      const reply = await readText(text, context);
      return reply && 'verdict' in reply ? reply.verdict : undefined;
    },
    progress: keptBook,
    keeps: true,
    region: settings.region,
    agency: view?.shown ? { name: view.name, posts: ownPosts(view.shown) } : undefined,
    beside: (
      <>
        <a href="options.html">{say('practice_to_options')}</a>
        {view && <> · <a href="rules.html">{say('practice_to_rules')}</a></>}
      </>
    ),
  };
}

dressDocument(`${say('app_name')} – ${say('practice_title')}`);
void hostHere().then((host) => render(<Practice host={host} />, document.getElementById('root')!));
