// "My agency's rules": every rule in force, why, whose it is, its examples;
// the policy and its age; guidance; what each release changed.

import { render } from 'preact';
import { useRef } from 'preact/hooks';
import type { Shown } from '../src/engine-rules';
import type { FeedStatus } from '../src/feed-protocol';
import { fileOf } from '../src/rules-code';
import type { RulesFile, RulesView } from '../src/rules-protocol';
import { fromMap } from '../ui/finding-text';
import { dressDocument, say } from '../ui/words';
import { useRules } from './agency-state';
import { Refusal } from './agency-refusal';
import { evidenceFile, rulesFile, seenRules } from './ask';
import { download } from './approve-sign';
import { Brand } from './brand';
import { Feed } from './feed-status';
import { Guidance } from './guidance';
import { Policy } from './rules-policy';
import { Rule } from './rules-rule';
import { day } from './rules-day';

function Rules() {
  const [state, show] = useRules();
  const title = useRef<HTMLHeadingElement>(null);
  if (!state) return null;
  const { view, refusal } = state;
  const seen = async () => {
    show(await seenRules());
    title.current?.focus(); // its button is gone
  };
  return (
    <>
      <header class="page-head">
        <Brand />
        <h1 tabIndex={-1} ref={title}>{say('rules_title')}</h1>
        <p class="lead">{view ? lead(view) : say('rules_none')}</p>
        <p><a href="options.html">{say('rules_to_options')}</a> · <a href="approve.html">{say('rules_to_approve')}</a></p>
      </header>
      {refusal && <Refusal refusal={refusal} serving={view?.shown != null} onSeen={seen} onSave={() => save(evidenceFile())} />}
      {view && <Notices view={view} feed={state.feed ?? null} />}
      {view?.shown && <InForce view={view} shown={view.shown} />}
      {view && <Releases view={view} />}
    </>
  );
}

async function save(asked: Promise<RulesFile>): Promise<void> {
  const { code, name } = await asked;
  const file = fileOf(code);
  if (file) download(name, file);
}

function lead(view: RulesView): string {
  return view.seq > 0 ? say('rules_in_force', view.name, String(view.seq)) : say('rules_not_yet', view.name);
}

function Notices({ view, feed }: { view: RulesView; feed: FeedStatus | null }) {
  const said = [
    view.waits.seq > 0 && say('rules_waits', String(view.waits.seq), day(view.waits.from)),
    view.stale && say('rules_stale'),
    view.source === 'managed' && say('rules_managed'),
  ].filter((s): s is string => typeof s === 'string');
  return (
    <section>
      <h2>{say('rules_trust')}</h2>
      {said.map((s) => <p key={s}>{s}</p>)}
      {feed && <Feed feed={feed} />}
      <dl class="evidence">
        <dt>{say('rules_fingerprint')}</dt>
        <dd><code>{view.fingerprint}</code></dd>
        <dt>{say('rules_who_approves')}</dt>
        <dd>{say('rules_approvers', String(view.need), view.approvers.join(', '))}</dd>
      </dl>
      <p class="field-note">{say('feed_save_text')}</p>
      <button type="button" class="button" onClick={() => save(rulesFile())}>{say('feed_save')}</button>
    </section>
  );
}

function InForce({ view, shown }: { view: RulesView; shown: Shown }) {
  return (
    <>
      <section>
        <h2>{say('rules_list')}</h2>
        <p>{say('rules_list_text')}</p>
        {shown.rules.map((r) => <Rule key={r.id} rule={r} shown={shown} agency={view.name} seq={view.seq} />)}
      </section>
      {shown.levels.length > 0 && <Levels shown={shown} />}
      <Policy shown={shown} />
      {shown.pages.length > 0 && <Pages shown={shown} />}
    </>
  );
}

/** Built-in checks that the agency made louder or quieter. */
function Levels({ shown }: { shown: Shown }) {
  return (
    <section>
      <h2>{say('rules_levels')}</h2>
      <ul class="said">
        {shown.levels.map((l) => (
          <li key={l.rule}>
            {say(`rule_${l.rule.replaceAll(/[.-]/g, '_')}`) || l.rule}: {say(`rules_level_${l.level}`)}. {fromMap(l.why)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pages({ shown }: { shown: Shown }) {
  return (
    <section>
      <h2>{say('rules_guidance')}</h2>
      {shown.pages.map((p) => (
        <details key={p.id + p.lang} class="rule" lang={p.lang}>
          <summary>{p.title}</summary>
          <div class="guidance"><Guidance nodes={p.body} links={shown.links} /></div>
        </details>
      ))}
    </section>
  );
}

function Releases({ view }: { view: RulesView }) {
  return (
    <section>
      <h2>{say('rules_history')}</h2>
      <ol class="releases" reversed>
        {[...view.releases].reverse().map((r) => (
          <li key={r.seq} value={r.seq}>
            <p>
              <strong>{say('rules_release', String(r.seq), day(r.issued))}</strong> {r.seq === view.seq && say('rules_release_now')}
            </p>
            {r.raises && <p class="field-note">{say('rules_release_raises')}</p>}
            <ul class="said">
              {r.changes.map((c) => <li key={c}>{c}</li>)}
              {r.changes.length === 0 && <li>{say('rules_release_nothing')}</li>}
            </ul>
            <p class="field-note">{say('rules_release_by', r.author, r.approvers.join(', '))}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

dressDocument(`${say('app_name')} – ${say('rules_title')}`);
render(<Rules />, document.getElementById('root')!);
