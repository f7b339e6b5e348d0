// The one question no driver can answer is the browser's own "Allow this
// extension…?". So a profile is prepared as the browser leaves it after a
// worker said yes: the extension that ships is loaded unaltered, and its grants
// are read by the browser from the profile's own file.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Patterns the fixtures' generic origins need. */
export const grantedHosts = ['http://127.0.0.1/*', 'https://forum.example/*', 'https://player.example/*'];

/** The id Chromium gives an unpacked extension: from its key, else from its path. */
export function idOf(extension: string): string {
  const { key } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as { key?: string };
  const digest = createHash('sha256').update(key ? Buffer.from(key, 'base64') : extension).digest('hex');
  return [...digest.slice(0, 32)].map((c) => String.fromCharCode(97 + parseInt(c, 16))).join('');
}

/** Writes the worker's earlier yes for hosts into a profile that was never started. */
export function grant(profile: string, extension: string, hosts: string[]): void {
  const granted = { api: [], explicit_host: hosts, manifest_permissions: [], scriptable_host: [] };
  const settings = { granted_permissions: granted, runtime_granted_permissions: granted, active_permissions: granted };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ extensions: { settings: { [idOf(extension)]: settings } } }));
}
