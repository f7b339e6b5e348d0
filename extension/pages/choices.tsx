// The two choices that are asked: where the worker works, and the country.

import type { Settings } from '../src/protocol';
import { settingIds } from '../src/settings';
import { language, say } from '../ui/words';

const regions = [
  'US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'AT', 'BE', 'BR', 'CH', 'CZ', 'DE', 'DK', 'ES', 'FI', 'FR', 'GR', 'IN', 'IT',
  'JP', 'KE', 'MX', 'NL', 'NO', 'PH', 'PL', 'PT', 'SE', 'SG', 'ZA',
];

interface ChoiceProps {
  settings: Pick<Settings, 'setting' | 'region'>;
  onChange: (patch: Partial<Settings>) => void;
}

export function Choices({ settings, onChange }: ChoiceProps) {
  const names = new Intl.DisplayNames([language()], { type: 'region' });
  const byName = new Intl.Collator(language()).compare;
  const named = regions.map((id) => [id, names.of(id) ?? id] as const).sort((a, b) => byName(a[1], b[1]));
  return (
    <div class="choices">
      <label class="field">
        <span class="field-name">{say('options_setting')}</span>
        <select
          name="setting" value={settings.setting}
          onChange={(e) => onChange({ setting: (e.target as HTMLSelectElement).value })}
        >
          <option value="">{say('setting_unsaid')}</option>
          {settingIds.map((id) => (
            <option key={id} value={id}>{say(`setting_${id.replaceAll('-', '_')}`)}</option>
          ))}
        </select>
      </label>
      <div class="field">
        <label class="field-name" for="region">{say('options_region')}</label>
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
