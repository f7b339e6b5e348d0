// Enrolment and newer rules, on the options page: choose a file or paste a
// code; at the first time compare the fingerprint and say yes.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { RulesLook, RulesState } from '../src/rules-protocol';
import { say } from '../ui/words';
import { asksServers } from '../src/edition';
import { looksLikeCode } from '../src/feed-address';
import { AgencyCode, hostOf, lookAt, useGiven } from './agency-code';
import { AgencyFile } from './agency-file';
import { Refusal } from './agency-refusal';
import { useRules } from './agency-state';
import { dropFeed, getRules, leaveRules, lookRules, seenRules, takeFeed, takeRules } from './ask';
import { Feed } from './feed-status';
import { Sure } from './sure';

/** `host` is the server's where the code names one. */
type Offer = { code: string; look: RulesLook; host: string };

export function Agency() {
  const [state, show] = useRules();
  const [offer, setOffer] = useState<Offer>();
  const [asking, setAsking] = useState('');
  const given = useGiven();
  const heading = useRef<HTMLHeadingElement>(null);
  if (!state) return null;
  const { view, refusal, progress } = state;

  const take = async (code: string, fingerprint?: string, taking: Promise<RulesState> = takeRules(code, fingerprint)) => {
    setOffer(undefined);
    show({ view, refusal: null, progress: { step: 'verify', done: 0, of: 1 } });
    const after = await taking.catch(() => undefined);
    show(after ?? (await getRules()));
  };
  const onCode = async (code: string) => {
    if (looksLikeCode(code)) return onAddress(code);
    if (view) return take(code);
    setOffer({ code, look: await lookRules(code), host: '' });
  };
  const onAddress = async (code: string) => {
    const looking = lookAt(code, given); // at once, in the press
    setOffer(undefined);
    setAsking(hostOf(code));
    setOffer({ code, look: await looking, host: hostOf(code) });
    setAsking('');
  };
  const no = () => {
    if (offer?.host) void dropFeed();
    setOffer(undefined);
    heading.current?.focus(); // its button is gone, here and below
  };
  const settle = (after: RulesState) => {
    show(after);
    heading.current?.focus();
  };
  const yes = ({ code, host }: Offer, fingerprint: string) => {
    heading.current?.focus();
    return take(code, fingerprint, host ? takeFeed(code) : undefined);
  };
  const busy = progress !== null || asking !== '';

  return (
    <section class="agency" aria-labelledby="agency-head">
      <h2 id="agency-head" tabIndex={-1} ref={heading}>{say('rules_title')}</h2>
      {view ? <Enrolled state={state} onLeft={settle} /> : <p>{say('rules_none')}</p>}
      {refusal && <Refusal refusal={refusal} serving={view?.shown != null} onSeen={async () => settle(await seenRules())} />}
      {offer && !offer.look.ok && <Refusal refusal={offer.look.refusal} serving={false} />}
      {offer?.look.ok && <Confirm look={offer.look} host={offer.host} onYes={(f) => yes(offer, f)} onNo={no} />}
      <p role="status" class="saved">{progress ? progressText(progress) : asking && say('feed_looking', asking)}</p>
      {view?.source !== 'managed' && !offer?.look.ok && (
        <>
          {asksServers() && view?.source !== 'feed' && <AgencyCode busy={busy} onCode={onAddress} />}
          <AgencyFile busy={busy} onCode={onCode} />
        </>
      )}
    </section>
  );
}

function progressText({ step, done, of }: NonNullable<RulesState['progress']>): string {
  if (step !== 'prove') return say(step === 'keep' ? 'rules_step_keep' : 'rules_step_verify');
  return say('rules_step_prove', String(Math.floor((100 * done) / Math.max(1, of))));
}

function Enrolled({ state, onLeft }: { state: RulesState; onLeft: (s: RulesState) => void }) {
  const [asking, ask] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  const view = state.view!;
  useEffect(() => {
    if (!asking && asked.current) opener.current?.focus();
    asked.current = asking;
  }, [asking]);
  return (
    <>
      <p>
        {view.seq > 0 ? say('rules_in_force', view.name, String(view.seq)) : say('rules_not_yet', view.name)}{' '}
        <a href="rules.html">{say('rules_open')}</a>
      </p>
      {view.source === 'managed' && <p class="field-note">{say('rules_managed')}</p>}
      {state.feed && <Feed feed={state.feed} />}
      {!asking && view.source !== 'managed' && (
        <button type="button" class="button quiet" ref={opener} onClick={() => ask(true)}>{say('rules_leave')}</button>
      )}
      {asking && (
        <Sure
          name={say('rules_leave')} text={say('rules_leave_sure', view.name)} yes={say('rules_leave')}
          onYes={async () => onLeft(await leaveRules())} onNo={() => ask(false)}
        />
      )}
    </>
  );
}

interface ConfirmProps {
  look: RulesLook & { ok: true };
  /** Of the server that will be asked; '' for none. */
  host: string;
  onYes: (fingerprint: string) => void;
  onNo: () => void;
}

function Confirm({ look, host, onYes, onNo }: ConfirmProps) {
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => head.current?.focus(), []); // the box for the code is gone
  return (
    <div class="notice" role="group" aria-labelledby="confirm-head">
      <p class="notice-head" id="confirm-head" tabIndex={-1} ref={head}>{say('rules_confirm', look.name)}</p>
      <p>{say('rules_confirm_text')}</p>
      <p class="fingerprint"><code>{look.fingerprint}</code></p>
      <p class="field-note">{say('rules_approvers', String(look.need), look.approvers.join(', '))}</p>
      {host && <p>{say('feed_will_ask', host)}</p>}
      <div class="actions">
        <button type="button" class="button" onClick={onNo}>{say('rules_no')}</button>
        <button type="button" class="button primary" onClick={() => onYes(look.fingerprint)}>{say('rules_yes')}</button>
      </div>
    </div>
  );
}
