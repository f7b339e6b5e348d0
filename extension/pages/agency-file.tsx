// A file or a code of an agency's rules, chosen by the worker. Nothing is sent
// anywhere: the background reads it on this machine.

import { useState } from 'preact/hooks';
import { codeOf } from '../src/rules-code';
import { say } from '../ui/words';

const largest = 8 << 20; // bytes of an .rbundle

interface FileProps {
  busy: boolean;
  onCode: (code: string) => void;
}

export function AgencyFile({ busy, onCode }: FileProps) {
  const [code, setCode] = useState('');
  const [tooLarge, setTooLarge] = useState(false);

  const choose = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setTooLarge(file.size > largest);
    if (file.size <= largest) onCode(codeOf(new Uint8Array(await file.arrayBuffer())));
    input.value = ''; // the same file may be chosen again
  };

  return (
    <div class="agency-file">
      <label class="field">
        <span class="field-name">{say('rules_file')}</span>
        <input type="file" accept=".rbundle" disabled={busy} onChange={(e) => choose(e.target as HTMLInputElement)} />
      </label>
      {tooLarge && <p class="field-note" role="alert">{say('rules_refused_size')}</p>}
      <details>
        <summary>{say('rules_paste')}</summary>
        <label class="field">
          <span class="field-name">{say('rules_code')}</span>
          <textarea
            rows={4} spellcheck={false} name="code" value={code} disabled={busy}
            onInput={(e) => setCode((e.target as HTMLTextAreaElement).value)}
          />
        </label>
        <button type="button" class="button" disabled={busy || code.trim() === ''} onClick={() => onCode(code)}>
          {say('rules_code_take')}
        </button>
      </details>
    </div>
  );
}
