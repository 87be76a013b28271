import { describe, expect, it } from 'vitest';
import { endPairingOffer, readPairingOffer } from './pairing-offer.ts';

const code = 'abcdefghijklmnopqrstuvwxyz';

/** A browser with one tab, and what its page says of itself; an error where it is closed to extensions. */
function browserWith(url: string | undefined, said: unknown) {
  const injected: unknown[] = [];
  const api = {
    tabs: { query: async () => [{ id: 7, url }] },
    scripting: {
      executeScript: async (injection: { target: object; args?: unknown }) => {
        injected.push([injection.target, injection.args]);
        if (said instanceof Error) throw said;
        return [{ result: said }];
      },
    },
  };
  return { api, injected };
}

const origin = 'https://mail.example.org';

describe('the offer of a page', () => {
  it.each([
    [`${origin}/`, origin],
    [`${origin}/mayfly/`, `${origin}/mayfly`],
    [`${origin}/mayfly/index.html?x#y`, `${origin}/mayfly`],
  ])('at %s is of the relay at %s', async (page, url) => {
    const { api } = browserWith(page, { origin, code });
    const offer = { tabId: 7, url, host: 'mail.example.org', code };
    expect(await readPairingOffer(api)).toEqual(offer);
  });

  it.each([
    ['has none', { origin, code: null }],
    ['has a code that cannot be one', { origin, code: 'a b' }],
    ['has an empty one', { origin, code: '' }],
    ['has a huge one', { origin, code: 'a'.repeat(129) }],
    ['is another one by now', { origin: 'https://evil.example', code }],
    ['answers something else', 'hello'],
    ['is closed to extensions', new Error('Cannot access')],
  ])('is none where the page %s', async (_, said) => {
    expect(await readPairingOffer(browserWith(`${origin}/`, said).api)).toBeNull();
  });

  it.each([undefined, 'chrome://extensions/', 'file:///tmp/x.html', 'not a url'])(
    'is not looked for at %s',
    async (url) => {
      const { api, injected } = browserWith(url, { origin, code });
      expect(await readPairingOffer(api)).toBeNull();
      expect(injected).toEqual([]);
    },
  );

  it('is ended in its own tab, by the origin of its relay', async () => {
    const { api, injected } = browserWith(`${origin}/mayfly/`, undefined);
    await endPairingOffer(api, { tabId: 9, url: `${origin}/mayfly` });
    expect(injected).toEqual([[{ tabId: 9 }, [origin]]]);
  });
});
