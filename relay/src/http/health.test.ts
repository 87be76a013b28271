import { describe, expect, test } from 'vitest';
import { startHttp } from '../../test/http-fixture.ts';

describe('what a relay says of itself', () => {
  test('is its domains and its limits', async () => {
    await using relay = await startHttp();
    expect((await relay.call('/v1/domains')).json).toEqual({
      domains: ['mayfly.test', 'xn--bcher-kva.example'],
      default: 'mayfly.test',
    });
    expect((await relay.call('/v1/limits')).json).toMatchObject({
      access: 'open',
      publicUrl: relay.url,
      ttlMinutes: { default: 60, min: 10, max: 1440 },
      waitSeconds: 25,
    });
  });

  test('is its public URL where it has one', async () => {
    const publicUrl = 'https://mail.example.org/mayfly';
    await using relay = await startHttp({ settings: { publicUrl, access: 'private' } });
    expect((await relay.call('/v1/limits')).json).toMatchObject({ publicUrl, access: 'private' });
  });

  test('can be asked for by HEAD', async () => {
    await using relay = await startHttp();
    const { status, text } = await relay.call('/healthz', { method: 'HEAD' });
    expect([status, text]).toEqual([200, '']);
  });
});

describe('the first page', () => {
  test('tells where to connect to, without script', async () => {
    await using relay = await startHttp();
    const { status, text, headers } = await relay.call('/');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain(`<code class="url">${relay.url}</code>`);
    expect(text).toContain('@mayfly.test');
    expect(text).toContain('@bücher.example');
    expect(text).not.toMatch(/<script|style="|\son\w+=/i);
  });

  test('allows just the style that it has', async () => {
    await using relay = await startHttp();
    const { text, headers } = await relay.call('/');
    const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    const hash = Buffer.from(digest).toString('base64');
    expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}';`);
  });
});
