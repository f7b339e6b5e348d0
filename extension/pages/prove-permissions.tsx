// The manifest's permissions, each in plain words. One that has none here is
// still shown, by its own name.

import { say } from '../ui/words';

export function Permissions() {
  const manifest = chrome.runtime.getManifest();
  const sites = (manifest.content_scripts ?? []).flatMap((s) => s.matches ?? []);
  const optional = manifest.optional_host_permissions ?? [];
  return (
    <section>
      <h2>{say('prove_may')}</h2>
      <dl class="facts">
        {(manifest.permissions ?? []).map((name) => (
          <div key={name}>
            <dt><code translate={false}>{name}</code></dt>
            <dd>{say(`prove_permission_${name.replaceAll('.', '_')}`) || say('prove_permission_unknown')}</dd>
          </div>
        ))}
        <div>
          <dt>{say('prove_sites', String(sites.length))}</dt>
          <dd>
            {say('prove_sites_text')}
            <details>
              <summary>{say('prove_sites_list')}</summary>
              <ul class="listed">{sites.map((s) => <li key={s}><code translate={false}>{s}</code></li>)}</ul>
            </details>
          </dd>
        </div>
        {optional.length > 0 && (
          <div>
            <dt><code translate={false}>{optional.join(' ')}</code></dt>
            <dd>{say('prove_optional')}</dd>
          </div>
        )}
        <div>
          <dt>{say('prove_not')}</dt>
          <dd>{say('prove_not_text')}</dd>
        </div>
      </dl>
    </section>
  );
}
