// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { mount, unmountAll } from '../../../test/mount.ts';
import { failing, now } from '../../../test/popup-fixture.ts';
import { createSetupWorld } from '../../../test/setup-fixture.ts';
import App from './App.vue';

afterEach(unmountAll);

async function open(over: Parameters<typeof createSetupWorld>[0] = {}) {
  const fixture = createSetupWorld(over);
  const page = await mount(App, { deps: fixture.deps });
  const [url, token] = page.all('input');
  const write = (field: Element | undefined, text: string) => {
    if (!(field instanceof HTMLInputElement)) throw new Error('There is no such field');
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const connect = async (address: string, secret = '') => {
    write(url, address);
    write(token, secret);
    page.root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await page.settled();
  };
  return { ...fixture, ...page, connect };
}

describe('connecting a relay', () => {
  it('needs no further permission on this computer', async () => {
    const page = await open();
    await page.connect('127.0.0.1:3000');
    expect(page.asked).toEqual([]);
    expect(page.text()).toContain('@mayfly.test');
  });

  it('asks the browser for any other host, and for that host alone', async () => {
    const page = await open();
    await page.connect('mail.shop.example/mayfly/', ' secret ');
    expect(page.asked).toEqual(['https://mail.shop.example/*']);
    expect(page.sent).toEqual([
      {
        name: 'relay.connect',
        payload: { url: 'https://mail.shop.example/mayfly', accessToken: 'secret' },
      },
    ]);
  });

  it('sends nothing when the person refuses the host', async () => {
    const page = await open({ grants: false });
    await page.connect('https://mail.shop.example');
    expect(page.sent).toEqual([]);
    expect(page.said()).toContainEqual(expect.stringContaining('access to mail.shop.example'));
  });

  it('sends nothing when the address is none', async () => {
    const page = await open();
    await page.connect('not an address');
    expect(page.sent).toEqual([]);
    expect(page.said()).toContainEqual(expect.stringContaining('not the address of a server'));
    expect(page.all('input')[0]?.getAttribute('aria-invalid')).toBe('true');
  });

  it('says what the relay refused', async () => {
    const page = await open({ answer: failing('access-required') });
    await page.connect('127.0.0.1:3000');
    expect(page.said()).toContainEqual(expect.stringContaining('private relay'));
  });
});

describe('a pairing link in the place of the address', () => {
  const link = 'https://mail.shop.example/mayfly/#pair=abcdefghijklmnop';

  it('asks the browser for its host, pairs with that relay and says so', async () => {
    const url = 'https://mail.shop.example/mayfly';
    const domains = ['mail.shop.example'];
    const page = await open({ answer: { ok: true, url, access: 'private', domains } });
    await page.connect(link, 'an old token');
    expect(page.asked).toEqual(['https://mail.shop.example/*']);
    expect(page.sent).toEqual([{ name: 'relay.pair', payload: { url, code: 'abcdefghijklmnop' } }]);
    expect(page.said()).toContainEqual(
      expect.stringContaining('Paired with mail.shop.example. This browser may make addresses'),
    );
    const [field] = page.root.querySelectorAll('input');
    expect(field?.value).toBe(url);
  });

  it('is not used up when the person refuses the host', async () => {
    const page = await open({ grants: false });
    await page.connect(link);
    expect(page.sent).toEqual([]);
  });

  it('says what may be wrong with it, and where a new one comes from', async () => {
    const page = await open({ answer: failing('pair-code-invalid') });
    await page.connect(link);
    expect(page.said()).toContainEqual(expect.stringMatching(/once and for ten minutes.*pair/));
  });
});

describe('who has access', () => {
  const settings = { url: 'https://mail.shop.example', accessToken: 'secret', connected: true };
  const at = (day: number) => new Date(Date.UTC(2026, 10, day)).toISOString();
  const own = { id: 'o'.repeat(16), label: 'Laptop', createdAt: at(21), own: true };
  const other = { id: 'p'.repeat(16), label: 'Phone', createdAt: at(22), own: false };
  const listed = { ok: true as const, items: [own, other] };
  const names = ({ all }: Awaited<ReturnType<typeof open>>) =>
    all('.who strong').map(({ textContent }) => textContent);

  it('is not asked of a relay where this browser has none', async () => {
    const page = await open({ settings: { ...settings, accessToken: null } });
    expect(page.text()).not.toContain('Who has access');
    expect(page.sent).toEqual([]);
  });

  it('is listed, this browser marked', async () => {
    const page = await open({ settings, listed });
    expect(names(page)).toEqual(['Laptop', 'Phone']);
    expect(page.all('.who').map(({ textContent }) => textContent.includes('This browser'))).toEqual(
      [true, false],
    );
    expect(page.text()).toContain('since Nov 22, 2026');
  });

  it('is withdrawn only after a question that says what ends', async () => {
    const page = await open({ settings, listed });
    await page.click('Withdraw the access of Phone');
    expect(page.text()).toMatch(/That browser makes no more addresses .* end at once/);
    await page.click('Cancel');
    expect(page.sent.map(({ name }) => name)).toEqual(['access.list']);
    expect(document.activeElement?.getAttribute('aria-label')).toContain('Phone');
    await page.click('Withdraw the access of Phone');
    page.world.listed = { ok: true, items: [own] };
    await page.click('Withdraw');
    expect(page.sent.at(-2)).toEqual({ name: 'access.withdraw', payload: { id: other.id } });
    expect(names(page)).toEqual(['Laptop']);
    expect(page.said()).toContain('Access of “Phone” is withdrawn.');
  });

  it('is not asked for again by who has withdrawn their own', async () => {
    const page = await open({ settings, listed });
    await page.click('Withdraw the access of Laptop');
    expect(page.text()).toContain('Withdraw the access of this browser (“Laptop”)?');
    await page.click('Withdraw');
    expect(page.sent.at(-1)).toEqual({ name: 'access.withdraw', payload: { id: own.id } });
    expect(names(page)).toEqual([]);
  });

  it('says when this browser has none any more', async () => {
    const page = await open({ settings, listed: failing('access-withdrawn') });
    expect(page.said()).toContainEqual(expect.stringContaining('It was withdrawn'));
  });
});

describe('the state of the relay', () => {
  it('names the trouble, the last contact and the next try', async () => {
    const page = await open({
      settings: { url: 'http://127.0.0.1:3000', accessToken: null, connected: true },
      state: { trouble: 'unreachable', nextTryAt: now + 30_000, lastSuccessAt: now - 120_000 },
    });
    expect(page.text()).toContain('The relay does not answer. Is it running?');
    expect(page.text()).toContain('Last contact 2 minutes ago · Next try in 30 sec');
  });
});

describe('icons in the fields of pages', () => {
  it('are allowed by a click, and the permission is taken back by another', async () => {
    const page = await open();
    await page.click('Allow on all sites');
    expect(page.text()).toContain('The icon shows up in e-mail fields.');
    await page.click('Take the permission back');
    expect(page.text()).toContain('Allow on all sites');
  });

  it('say so when the browser was told no', async () => {
    const page = await open({ grants: false });
    await page.click('Allow on all sites');
    expect(page.text()).toContain('The browser did not give the permission.');
  });

  it('can come back to a site where they were turned off', async () => {
    const page = await open({ isGranted: true });
    await page.click('Show icons on shop.example again');
    expect(page.sent).toEqual([
      { name: 'site.off', payload: { site: 'shop.example', isOff: false } },
    ]);
  });
});

describe('when everything was forgotten', () => {
  it('is as on the first day', async () => {
    const settings = { url: 'https://mail.example.org', accessToken: 'secret', connected: true };
    const page = await open({ settings, isGranted: true });
    await page.connect('127.0.0.1:3000', 'secret');
    const first = createSetupWorld().world;
    Object.assign(page.world, { settings: first.settings, isGranted: false });
    page.changed();
    await page.settled();
    const [url, token] = page.root.querySelectorAll('input');
    expect([url?.value, token?.value]).toEqual(['http://127.0.0.1:3000', '']);
    expect(page.text()).toContain('No relay is connected yet.');
    expect(page.text()).not.toContain('@mayfly.test');
    expect(page.has('Allow on all sites')).toBe(true);
  });
});
