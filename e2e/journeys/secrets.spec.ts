import { browserKinds } from '../fixtures/browser.ts';
import { iconAt } from '../fixtures/icon.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addressIn, signUp } from '../fixtures/steps.ts';
import { until } from '../fixtures/until.ts';

interface Area {
  get(key: null): Promise<object>;
}
interface Api {
  readonly storage: Readonly<Record<'local' | 'session' | 'sync', Area>>;
  readonly tabs: {
    query(about: object): Promise<{ readonly id: number; readonly url?: string }[]>;
  };
  readonly scripting: {
    executeScript(injection: object): Promise<{ readonly result: string }[]>;
  };
}
declare const chrome: Api;

/** Runs in a page of the extension: what lies in its database, as text by the name of the field. */
async function readSecrets(): Promise<Record<string, string>> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('IndexedDB'));
    });
  const database = await done(indexedDB.open('mayfly'));
  const store = database.transaction('inboxes').objectStore('inboxes');
  const inboxes: unknown[] = await done(store.getAll());
  database.close();
  const entries = inboxes.flatMap((inbox): [string, unknown][] =>
    typeof inbox === 'object' && inbox !== null ? Object.entries(inbox) : [],
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** Runs in a page of the extension, and from there as a content script: everything stored that such a script can read. */
async function readAsContentScript(origin: string): Promise<string> {
  const tab = (await chrome.tabs.query({})).find(({ url }) => url?.startsWith(origin));
  const readAll = async () => {
    const read = async (name: 'local' | 'session' | 'sync') => {
      try {
        return JSON.stringify(await chrome.storage[name].get(null));
      } catch {
        // Closed to such scripts.
        return '';
      }
    };
    const names = ['local', 'session', 'sync'] as const;
    const stored = await Promise.all(names.map(read));
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    return JSON.stringify({
      stored,
      databases,
      page: [{ ...localStorage }, { ...sessionStorage }],
    });
  };
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId: tab?.id },
    func: readAll,
  });
  return answer?.result ?? '';
}

for (const kind of browserKinds) {
  test(`a content script finds no secret in any storage, in ${kind}`, async ({ journey }) => {
    const { visit, display, control, badge, site } = await journey({ kind, grant: true });
    const page = await visit();
    await iconAt(page, display, '#email').use();
    const address = await addressIn(page);
    await signUp(page);
    await until(async () => (await badge()) === '1', { what: 'the mail' });
    const secrets = await control.evaluate(readSecrets);
    expect(secrets).toMatchObject({ address });
    const seen = await control.evaluate(readAsContentScript, site.origin);
    // It can read something: the answer is no empty one.
    expect(seen).toContain('contacts');
    for (const name of ['address', 'token', 'restoreKey', 'privateKey'] as const) {
      expect(secrets[name]?.length, name).toBeGreaterThan(10);
      expect(seen, name).not.toContain(secrets[name]);
    }
  });
}
