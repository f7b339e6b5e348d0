// Which edition this is, as its manifest says: the standard one may reach
// servers and asks an agency's; the offline one has nothing to ask with.

export function asksServers(): boolean {
  const policy = chrome.runtime.getManifest().content_security_policy as { extension_pages?: string } | undefined;
  return /connect-src [^;]*https:/.test(policy?.extension_pages ?? '');
}
