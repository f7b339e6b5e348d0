// An agency's code: the address of its server and a fingerprint. The browser's
// permission is asked in the press itself, for that address alone; then the
// background fetches what is there and says whose it is.

import { useEffect, useState } from 'preact/hooks';
import { asksServers } from '../src/edition';
import { permissionFor, readCode } from '../src/feed-address';
import { refusalOf } from '../src/feed-protocol';
import type { RulesLook } from '../src/rules-protocol';
import { say } from '../ui/words';
import { asksFeed, dropFeed, lookFeed } from './ask';

/** What the browser lets us into now; asked beforehand, for a press does not wait. */
export function useGiven(): string[] {
  const [given, setGiven] = useState<string[]>([]);
  useEffect(() => {
    const read = () => void chrome.permissions.getAll().then((all) => setGiven(all.origins ?? []));
    read();
    chrome.permissions.onAdded.addListener(read);
    chrome.permissions.onRemoved.addListener(read);
    return () => {
      chrome.permissions.onAdded.removeListener(read);
      chrome.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return given;
}

const refused = (reason: string): RulesLook => ({ ok: false, refusal: refusalOf(reason, Math.floor(Date.now() / 1000)) });

/** Asks the browser, then the address. To be called in a press. `given`: what useGiven knew then. */
export async function lookAt(code: string, given: string[]): Promise<RulesLook> {
  if (!asksServers()) return lookFeed(code); // which says so
  const address = readCode(code);
  if (typeof address === 'string') return refused(address);
  const permission = permissionFor(address.origin);
  const asked = asksFeed(code, given.includes(permission)); // not awaited: the press would be over
  const yes = await chrome.permissions.request({ origins: [permission] }).catch(() => false);
  await asked.catch(() => null);
  const look = yes ? await lookFeed(code).catch(() => refused('engine')) : refused('feed-permission');
  if (!look.ok) await dropFeed();
  return look;
}

interface CodeProps {
  busy: boolean;
  onCode: (code: string) => void;
}

export function AgencyCode({ busy, onCode }: CodeProps) {
  const [code, setCode] = useState('');
  const look = (event: Event) => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form class="agency-code" onSubmit={look} noValidate>
      <label class="field">
        <span class="field-name">{say('feed_code')}</span>
        <input
          type="text" inputMode="url" name="feed" autocapitalize="off" autocomplete="off" spellcheck={false} value={code} disabled={busy}
          placeholder="https://rules.example.org/v1/a/…#…" aria-describedby="feed-note"
          onInput={(e) => setCode((e.target as HTMLInputElement).value)}
        />
      </label>
      <p class="field-note" id="feed-note">{say('feed_code_note')}</p>
      <button type="submit" class="button" disabled={busy || code.trim() === ''}>{say('feed_look')}</button>
    </form>
  );
}

/** Host of a code, for people. */
export function hostOf(code: string): string {
  const address = readCode(code);
  return typeof address === 'string' ? '' : new URL(address.origin).host;
}
