import { describe, expect, it } from 'vitest';
import { readUrl, tokenWeight } from './read-url.ts';

describe('readUrl', () => {
  it.each([
    'mailto:a@b.example',
    'javascript:alert(1)',
    '/verify',
    'https://',
    'ftp://a.example/x',
    'tel:1',
  ])('refuses %s', (url) => expect(readUrl(url)).toBeNull());

  it.each([
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fv%3Fk%3D1&data=x',
      'https://a.example/v?k=1',
    ],
    [
      'https://x9.r.eu-west-1.awstrack.me/L0/https:%2F%2Fa.example%2Fv/1/0102',
      'https://a.example/v',
    ],
    ['https://track.pstmrk.it/3s/a.example%2Fv/abc/AQ', 'https://a.example/v'],
    ['https://www.google.com/url?q=https://a.example/v', 'https://a.example/v'],
    ['https://urldefense.com/v3/__https://a.example/v__;!!x', 'https://a.example/v'],
    [
      'https://click.shop.example/redirect?target=https%3A%2F%2Fa.example%2Fv',
      'https://a.example/v',
    ],
    [
      `https://mandrillapp.com/track/click/1/a.example?p=${btoa(JSON.stringify({ p: '{"url":"https:\\/\\/a.example\\/v"}' }))}`,
      'https://a.example/v',
    ],
  ])('reads where %s leads', (url, destination) => {
    expect(readUrl(url)).toMatchObject({ destination, effective: destination });
  });

  it('does not take the page to return to for the destination', () => {
    const url =
      'https://a.example/auth/callback?token=abc123abc123&callbackUrl=https%3A%2F%2Fa.example';
    expect(readUrl(url)?.destination).toBeUndefined();
  });

  it('knows a tracker that does not show where it leads', () => {
    const signs = readUrl('https://u17.ct.sendgrid.net/ls/click?upn=u001.Zk3xPq81mmAc77LbQ');
    expect(signs).toMatchObject({ opaque: true, token: 0 });
  });

  it('reads words out of paths of any spelling', () => {
    expect(readUrl('https://a.example/Account/confirmEmail?do=x')?.words).toBe(
      ' account confirm email do x ',
    );
  });

  it('tells a home page from a page, and a file from both', () => {
    expect(readUrl('https://a.example/de/')?.home).toBe(true);
    expect(readUrl('https://a.example/?t=1')?.home).toBe(false);
    expect(readUrl('https://a.example/logo.PNG?v=2')?.file).toBe(true);
  });

  it('weighs how much a part looks like a secret', () => {
    const parts = [
      '5016179f-ba86-8a4c-793e-07afba1b8854',
      'tDn6Q72uf2',
      '9fKq2',
      'privacy-policy',
      '2026',
      'index.php',
    ];
    expect(parts.map(tokenWeight)).toEqual([3, 2, 1, 0, 0, 0]);
  });

  it('reads broken escapes as they stand', () => {
    expect(readUrl('https://a.example/%E0%A4%A?x=%')).not.toBeNull();
  });
});
