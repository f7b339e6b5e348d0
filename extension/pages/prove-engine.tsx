// The engine's own file, looked at here and now: what it imports, its SHA-256,
// and how to make the same bytes from the source.

import { useEffect, useState } from 'preact/hooks';
import { say } from '../ui/words';

interface Facts {
  size: number;
  sha256: string;
  imports: WebAssembly.ModuleImportDescriptor[];
}

async function readEngine(): Promise<Facts> {
  const bytes = await (await fetch(chrome.runtime.getURL('engine.wasm'))).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    size: bytes.byteLength,
    sha256: [...hash].map((b) => b.toString(16).padStart(2, '0')).join(''),
    imports: WebAssembly.Module.imports(await WebAssembly.compile(bytes)),
  };
}

export function EngineFacts() {
  const [facts, show] = useState<Facts | 'failed'>();
  useEffect(() => void readEngine().then(show, () => show('failed')), []);
  return (
    <section>
      <h2>{say('prove_engine')}</h2>
      <p>{say('prove_engine_text')}</p>
      {facts === 'failed' && <p role="status">{say('prove_engine_failed')}</p>}
      {facts && facts !== 'failed' && <Shown facts={facts} />}
    </section>
  );
}

function Shown({ facts }: { facts: Facts }) {
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{say('prove_hash')}</dt>
          <dd><code class="hash" translate={false}>{facts.sha256}</code></dd>
        </div>
        <div>
          <dt>{say('prove_size')}</dt>
          <dd>{say('prove_bytes', String(facts.size))}</dd>
        </div>
        <div>
          <dt>{say('prove_rebuild')}</dt>
          <dd>{say('prove_rebuild_text')} <code translate={false}>{say('prove_rebuild_command')}</code></dd>
        </div>
      </dl>
      <details>
        <summary>{say('prove_imports', String(facts.imports.length))}</summary>
        <p class="field-note">{say('prove_imports_text')}</p>
        <dl class="facts imports">
          {facts.imports.map(({ module, name }) => (
            <div key={name}>
              <dt><code translate={false}>{module}.{name}</code></dt>
              <dd>{say(`prove_import_${name}`) || say('prove_import_unknown')}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
