// What the browser itself knows of a tab: its number, our badge on it. Asked of
// the extension's worker where a driver can reach it, and of the browser's own
// window where not.
import { inBrowser, send } from './bidi';
import { firefoxId } from './firefox-world';
import type { Look } from './look';

const inWindow = <T>(look: Look, code: string): Promise<T> => inBrowser<T>(send(look.context), `
  const { apiManager: { global } } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent;
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  ${code}
`);

/** The number of the tab in front. */
export async function frontTab(look: Look): Promise<number> {
  if (look.isFirefox) return inWindow(look, 'return global.tabTracker.getId(gBrowser.selectedTab);');
  return (await look.worker()).evaluate(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]!.id!);
}

/** What our badge says on a tab. */
export async function badge(look: Look, tab?: number): Promise<string> {
  const id = tab ?? (await frontTab(look));
  if (!look.isFirefox) return (await look.worker()).evaluate((tabId) => chrome.action.getBadgeText({ tabId }), id);
  return inWindow(look, `
    const { extension } = WebExtensionPolicy.getByID('${firefoxId(look.extension)}');
    return global.browserActionFor(extension).action.getContextData(global.tabTracker.getTab(${id})).badgeText ?? '';
  `);
}
