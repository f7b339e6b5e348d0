// "Delete everything" on the Prove it page: all that this extension ever stored
// in this browser, whoever stored it, and the permissions it was given. What is
// asked of the browser is what it has, not a list of ours, so that nothing a
// later version stores is left out.

import { grantedPatterns } from './background-origins';
import { forgetCopies } from './forget';

/** Deletes what is stored; rejects where the browser would not let go of something. */
export async function forgetEverything(): Promise<void> {
  const granted = await grantedPatterns([]); // what was given to the agency's server, too
  if (granted.length > 0) await chrome.permissions.remove({ origins: granted });
  const scripts = (await chrome.scripting.getRegisteredContentScripts()).map((s) => s.id);
  if (scripts.length > 0) await chrome.scripting.unregisterContentScripts({ ids: scripts });
  await forgetCopies();
  for (const { name } of await indexedDB.databases()) if (name) await drop(name);
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear(), chrome.storage.sync.clear()]);
  for (const name of await caches.keys()) await caches.delete(name);
}

function drop(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    // A page that has it open closes it in a moment: then it goes after all.
    request.onerror = () => reject(new Error('delete a database'));
  });
}
