// Requests made, as they are made, and the policy that the browser holds us to.

import { useEffect, useState } from 'preact/hooks';
import { readRequests, requestsKeys, timesOf, type Requests } from '../src/requests';
import { say } from '../ui/words';

/** The requests noted since the browser started, live. */
function useRequests(): Requests {
  const [all, show] = useState<Requests>({ listed: [], earlier: { far: 0, own: 0 } });
  useEffect(() => {
    void readRequests().then(show);
    const hear = (changes: Record<string, unknown>, area: string) => {
      if (area === 'session' && requestsKeys.some((key) => key in changes)) void readRequests().then(show);
    };
    chrome.storage.onChanged.addListener(hear);
    return () => chrome.storage.onChanged.removeListener(hear);
  }, []);
  return all;
}

export function Network() {
  const { listed: all, earlier } = useRequests();
  const own = chrome.runtime.getURL('');
  const far = all.filter((a) => !a.url.startsWith(own));
  const isAll = earlier.far + earlier.own === 0;
  const policy = policyOf(chrome.runtime.getManifest());
  const offline = !/connect-src[^;]*(https?:|wss?:)/.test(policy);
  const times = far.reduce((sum, a) => sum + timesOf(a), earlier.far);
  return (
    <section>
      <h2>{say('prove_network')}</h2>
      <p class="count" role="status" data-far={times > 0 ? 'yes' : 'no'}>
        <strong>{times}</strong>
        <span>{say('prove_network_count')}</span>
      </p>
      <p>{say(offline ? 'prove_network_offline' : 'prove_network_standard')}</p>
      <ul class="listed" aria-label={isAll ? say('prove_network_list') : say('prove_network_last', String(all.length))}>
        {[...far, ...all.filter((a) => !far.includes(a))].map((a) => (
          <li key={a.url}>
            <code translate={false}>{a.url}</code>{' '}
            <span>{say(far.includes(a) ? 'prove_network_far' : 'prove_network_own', String(timesOf(a)))}</span>
          </li>
        ))}
      </ul>
      {!isAll && (
        <p class="field-note">{say('prove_network_earlier', String(all.length), String(earlier.far), String(earlier.own))}</p>
      )}
      <p class="field-note">{say('prove_network_sees')}</p>
      <details>
        <summary>{say('prove_policy')}</summary>
        <p class="field-note">{say('prove_policy_text')}</p>
        <ul class="listed">
          {policy.split(';').map((line) => <li key={line}><code translate={false}>{line.trim()}</code></li>)}
        </ul>
      </details>
    </section>
  );
}

/** The content security policy of our own pages, as this browser has it. */
function policyOf(manifest: chrome.runtime.Manifest): string {
  const policy = (manifest as { content_security_policy?: { extension_pages?: string } }).content_security_policy;
  return policy?.extension_pages ?? '';
}
