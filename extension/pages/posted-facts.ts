// What differs by site, country and kind of work after a post that should not
// have gone out: which texts are shown. The texts are facts, no legal advice.

/** Sites of which something particular is said, by name. */
export const postedSites: Readonly<Record<string, string>> = {
  bluesky: 'Bluesky', discord: 'Discord', facebook: 'Facebook', instagram: 'Instagram', linkedin: 'LinkedIn', mastodon: 'Mastodon',
  medium: 'Medium', nextdoor: 'Nextdoor', quora: 'Quora', reddit: 'Reddit', substack: 'Substack', threads: 'Threads', tiktok: 'TikTok',
  tumblr: 'Tumblr', wordpress: 'WordPress.com', x: 'X', youtube: 'YouTube',
};

/** Where the General Data Protection Regulation holds; the United Kingdom has its own, Ireland is named by itself. */
const gdpr = ['AT', 'BE', 'CZ', 'DE', 'DK', 'ES', 'FI', 'FR', 'GR', 'IT', 'NL', 'NO', 'PL', 'SE'];

const ofUnitedStates = ['health', 'mental-health', 'school', 'shelter', 'child-welfare'];

const key = (id: string): string => id.replaceAll('-', '_');

/** Keys of what the law may ask of the organisation: that of the kind of work first. */
export function lawKeys(region: string, setting: string): string[] {
  if (region === 'US') return [...(ofUnitedStates.includes(setting) ? [`reflect_law_US_${key(setting)}`] : []), 'reflect_law_US'];
  if (['GB', 'IE', 'CA', 'AU'].includes(region)) return [`reflect_law_${region}`];
  return [gdpr.includes(region) ? 'reflect_law_EU' : 'reflect_law_other'];
}

/** Key of whom to tell beside the supervisor. */
export const tellKey = (setting: string): string => `reflect_tell_${key(setting || 'other')}`;

/** Key of how a site forgets. */
export const siteKey = (site: string): string => `reflect_site_${Object.hasOwn(postedSites, site) ? site : 'other'}`;
