import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStorage, inboxOf, start } from '../../test/storage-fixture.ts';
import { alarmName } from '../inbox/waiting.ts';
import { clearBrowser } from './clear-browser.ts';
import { workerWords } from './words.ts';

const home = ['http://127.0.0.1/*', 'http://localhost/*'];

/** A browser in which the person has allowed hosts, and scripts stand in all pages. */
function startBrowser(given: string[]) {
  let origins = [...home, ...given];
  let scripts = ['page'];
  const { permissions, scripting, runtime } = fakeBrowser;
  permissions.getAll = async () => ({ origins });
  permissions.contains = async (asked) =>
    (asked.origins ?? []).every((one) => origins.includes(one));
  permissions.remove = async (removed: { origins?: string[] }) => {
    if (removed.origins?.some((one) => home.includes(one))) throw new Error('required');
    origins = origins.filter((one) => !removed.origins?.includes(one));
    return true;
  };
  scripting.getRegisteredContentScripts = async () => scripts.map((id) => ({ id, css: [] }));
  scripting.unregisterContentScripts = async () => void (scripts = []);
  runtime.getManifest = () => ({
    ...{ manifest_version: 3, name: 'Mayfly', version: '0.1.0' },
    host_permissions: home,
  });
  return { origins: () => origins, scripts: () => scripts };
}

function startClearing() {
  const painted: object[] = [];
  const paint = async (details: object) => void painted.push(details);
  const faults: unknown[] = [];
  const action = { setBadgeText: paint, setBadgeBackgroundColor: paint, setTitle: paint };
  const words = workerWords().badge;
  let shown = 0;
  const clear = (tabId: number) =>
    clearBrowser(
      {
        browser: fakeBrowser,
        badge: { storage: createStorage(), action, words, now: () => start },
        show: async () => void (shown += 1),
        onFault: (error) => faults.push(error),
      },
      [inboxOf({ isPrivate: true, tabId }), inboxOf({ tabId: tabId + 1 })],
    );
  return { clear, painted, faults, shown: () => shown };
}

beforeEach(() => fakeBrowser.reset());

describe('what the browser keeps beside storage', () => {
  it('is gone: alarms, notifications, numbers on tabs, granted hosts, scripts in pages', async () => {
    const browser = startBrowser(['*://*/*', 'https://mail.example.org/*']);
    const { clear, painted, faults, shown } = startClearing();
    await fakeBrowser.alarms.create(alarmName, { when: start });
    await fakeBrowser.notifications.create('mail a b', {
      ...{ type: 'basic', iconUrl: '', title: 'shop.example', message: '' },
    });
    await clear(7);
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
    expect(await fakeBrowser.notifications.getAll()).toEqual({});
    expect(painted).toContainEqual({ text: '', tabId: 7 });
    expect(painted).not.toContainEqual(expect.objectContaining({ tabId: 8 }));
    expect(browser.origins()).toEqual(home);
    expect(browser.scripts()).toEqual([]);
    expect(shown()).toBe(1);
    expect(faults).toEqual([]);
  });

  it('shows that it is gone although the browser holds on to a host', async () => {
    startBrowser(['*://*/*']);
    fakeBrowser.permissions.remove = () => Promise.reject(new Error('held'));
    const { clear, faults, shown } = startClearing();
    await clear(7);
    expect(faults).toEqual([new Error('held')]);
    expect(shown()).toBe(1);
  });
});
