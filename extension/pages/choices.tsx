// The two choices that are asked: where the worker works, and the country.

import type { Settings } from '../src/protocol';
import { settingIds } from '../src/settings';
import { language, say } from '../ui/words';

const regions = [
  'US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'AT', 'BE', 'BR', 'CH', 'CZ', 'DE', 'DK', 'ES', 'FI', 'FR', 'GR', 'IN', 'IT',
  'JP', 'KE', 'MX', 'NL', 'NO', 'PH', 'PL', 'PT', 'SE', 'SG', 'ZA',
];

/** The choice that was kept last, and how many were kept until then: each is said. */
export interface Kept {
  what: 'setting' | 'region';
  times: number;
}

interface ChoiceProps {
  settings: Pick<Settings, Kept['what']>;
  onChange: (patch: Partial<Settings>) => void;
  /** Said beside the choice; absent where nothing is kept before a button is pressed. */
  kept?: Kept | null;
}

export function Choices({ settings, onChange, kept }: ChoiceProps) {
  const names = new Intl.DisplayNames([language()], { type: 'region' });
  const byName = new Intl.Collator(language()).compare;
  const named = regions.map((id) => [id, names.of(id) ?? id] as const).sort((a, b) => byName(a[1], b[1]));
  return (
    <div class="choices">
      <div class="field">
        <Head of="setting" label={say('options_setting')} kept={kept} />
        <select
          id="setting" name="setting" value={settings.setting}
          onChange={(e) => onChange({ setting: (e.target as HTMLSelectElement).value })}
        >
          <option value="">{say('setting_unsaid')}</option>
          {settingIds.map((id) => (
            <option key={id} value={id}>{say(`setting_${id.replaceAll('-', '_')}`)}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <Head of="region" label={say('options_region')} kept={kept} />
        <select
          id="region" name="region" value={settings.region} aria-describedby="region-note"
          onChange={(e) => onChange({ region: (e.target as HTMLSelectElement).value })}
        >
          <option value="">{say('region_unsaid')}</option>
          {named.map(([id, name]) => (
            <option key={id} value={id}>{name}</option>
          ))}
          <option value="ZZ">{say('region_other')}</option>
        </select>
        <span class="field-note" id="region-note">{say('options_region_text')}</span>
      </div>
    </div>
  );
}

/** The label of a choice, and beside it that it was kept. */
function Head({ of, label, kept }: { of: Kept['what']; label: string; kept?: Kept | null }) {
  return (
    <span class="field-head">
      <label class="field-name" for={of}>{label}</label>
      {kept !== undefined && (
        <span class="saved" role="status">{kept?.what === of && <span key={kept.times}>{say('options_saved')}</span>}</span>
      )}
    </span>
  );
}
