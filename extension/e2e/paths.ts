// Where things stand, from this folder.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** The extension exactly as it ships; SECOND_LOOK_DIST names another build of it, such as a release unpacked. */
const built = process.env.SECOND_LOOK_DIST ?? join(root, 'dist');
export const dist = join(built, 'chrome');
export const distFirefox = join(built, 'firefox');
/** The edition that asks an agency's server. */
export const distStandard = join(built, 'chrome-standard');
export const distFirefoxStandard = join(built, 'firefox-standard');
/** Fixture pages, bundled. */
export const bundles = join(root, '.cache/pages');
/** Altered copies of the extension, for tests that need a bad one. */
export const copies = join(root, '.cache/copies');
export const pictures = join(root, 'docs/pictures');
