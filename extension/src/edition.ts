// Which edition this is, as its manifest says: the standard one has alarms, by
// which it asks an agency's server; the offline one has nothing to ask with.

export const asksServers = (): boolean => chrome.runtime.getManifest().permissions?.includes('alarms') ?? false;
