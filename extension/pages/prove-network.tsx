// Requests made, as they are made, and the policy that the browser holds us to.

import { useEffect, useState } from 'preact/hooks';
import { readRequests, requestsKey, type Asked } from '../src/requests';
import { say } from '../ui/words';

/** The requests noted since the browser started, live. */
function useRequests(): Asked[] {
  const [all, show] = useState<Asked[]>([]);
  useEffect(() => {
    void readRequests().then(show);
    const hear = (changes: Record<string, unknown>, area: string) => {
      if (area === 'session' && requestsKey in changes) void readRequests().then(show);
    };
    chrome.storage.onChanged.addListener(hear);
    return () => chrome.storage.onChanged.removeListener(hear);
  }, []);
  return all;
}

export function Network() {
  const all = useRequests();
  const own = chrome.runtime.getURL('');
  const far = all.filter((a) => !a.url.startsWith(own));
  const policy = policyOf(chrome.runtime.getManifest());
  const offline = !/connect-src[^;]*(https?:|wss?:)/.test(policy);
  const times = far.reduce((sum, a) => sum + Math.max(a.noted, a.seen), 0);
  return (
    <section>
      <h2>{say('prove_network')}</h2>
      <p class="count" role="status" data-far={times > 0 ? 'yes' : 'no'}>
        <strong>{times}</strong>
        <span>{say('prove_network_count')}</span>
      </p>
      <p>{say(offline ? 'prove_network_offline' : 'prove_network_standard')}</p>
      <ul class="listed" aria-label={say('prove_network_list')}>
        {[...far, ...all.filter((a) => !far.includes(a))].map((a) => (
          <li key={a.url}>
            <code translate={false}>{a.url}</code>{' '}
            <span>{say(far.includes(a) ? 'prove_network_far' : 'prove_network_own', String(Math.max(a.noted, a.seen)))}</span>
          </li>
        ))}
      </ul>
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
