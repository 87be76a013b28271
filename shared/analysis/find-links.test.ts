import { describe, expect, it } from 'vitest';
import { analyzeMessage } from './analyze-message.ts';

const fromText = (text: string, subject = '') =>
  analyzeMessage({ subject, from: '', text, html: null }).links;
const fromHtml = (html: string, subject = '', text: string | null = null) =>
  analyzeMessage({ subject, from: '', text, html }).links;
const TOKEN = '8d0a7c11f2b94e63';

describe('links', () => {
  it.each([
    ['verify', 'Confirm your email address', 'c'],
    ['reset', 'Choose a new password', 'p'],
    ['invite', 'Accept the invitation', 'i'],
    ['subscribe', 'Confirm your subscription', 's'],
    ['magic-link', 'Sign in with this magic link', 'm'],
  ])('tells the kind %s by the words', (kind, words, path) => {
    const [link] = fromHtml(`<a href="https://a.example/${path}/${TOKEN}">${words}</a>`);
    expect(link).toMatchObject({ kind, text: words, url: `https://a.example/${path}/${TOKEN}` });
  });

  it.each([
    'Unsubscribe',
    'Cancel the registration',
    'This was not me',
    'Decline',
    'Manage preferences',
    'Help centre',
    'View your order',
  ])('never offers "%s"', (words) => {
    const html = `<p>Please confirm your email address.</p><a href="https://a.example/x/${TOKEN}">${words}</a>`;
    expect(fromHtml(html, 'Confirm your email address')).toEqual([]);
  });

  it('prefers confirming to its twin with the same token', () => {
    const links = fromText(
      `Confirm your subscription:\nhttps://a.example/in?t=${TOKEN}\n\nTo cancel it:\nhttps://a.example/out?t=${TOKEN}`,
    );
    expect(links.map(({ url }) => url)).toEqual([`https://a.example/in?t=${TOKEN}`]);
  });

  it.each([
    ['a sign-in page', '<a href="https://a.example/login">Sign in</a>', 'Welcome to Acme'],
    [
      'a home page',
      '<p>Confirm your account at <a href="https://a.example">a.example</a></p>',
      'Confirm',
    ],
    [
      'an order',
      `<a class="btn" href="https://a.example/o/${TOKEN}">View order</a>`,
      'Order confirmed',
    ],
    [
      'a visit',
      `<a class="btn" href="https://a.example/rsvp/${TOKEN}">Confirm</a> your visit`,
      'Your appointment',
    ],
    ['a script', '<a href="javascript:verify()">Verify your email</a>', 'Verify your email'],
    [
      'a hidden link',
      `<div style="display:none"><a href="https://a.example/v/${TOKEN}">Verify your email</a></div>x`,
      '',
    ],
  ])('stays silent about %s', (_, html, subject) => {
    expect(fromHtml(html, subject)).toEqual([]);
  });

  it('hands on the direct link rather than the tracked one, where both lead to one place', () => {
    const tracked = `https://x.r.eu-west-1.awstrack.me/L0/https:%2F%2Fa.example%2Fverify%2F${TOKEN}/1/01`;
    const links = fromHtml(
      `<a href="${tracked}">Verify your email</a>`,
      '',
      `Verify your email: https://a.example/verify/${TOKEN}`,
    );
    expect(links.map(({ url }) => url)).toEqual([`https://a.example/verify/${TOKEN}`]);
  });

  it('shows where a tracked link leads', () => {
    const tracked = `https://x.r.eu-west-1.awstrack.me/L0/https:%2F%2Fa.example%2Fverify%2F${TOKEN}/1/01`;
    const [link] = fromHtml(`<a href="${tracked}">Verify your email</a>`);
    expect(link).toMatchObject({ url: tracked, destination: `https://a.example/verify/${TOKEN}` });
  });

  it('counts a schema.org action', () => {
    const url = `https://a.example/z/${TOKEN}`;
    const json = `{"@type":"EmailMessage","potentialAction":{"@type":"ConfirmAction","handler":{"@type":"HttpActionHandler","url":"${url}"}}}`;
    const [link] = fromHtml(
      `<script type="application/ld+json">${json}</script><a href="${url}">Go on</a>`,
      'Your registration',
    );
    expect(link?.reasons.join()).toContain('schema.org');
  });

  it('keeps a fragment', () => {
    const url = `https://a.example/#/verify-email/${TOKEN}`;
    expect(fromText(`Please verify your email address:\n${url}\n`)[0]?.url).toBe(url);
  });

  it('explains every pick', () => {
    const [link] = fromText(`Please verify your email address: https://a.example/verify/${TOKEN}`);
    expect(link?.reasons.length).toBeGreaterThan(2);
    expect(link?.score).toBeGreaterThan(0.5);
    expect(link?.score).toBeLessThanOrEqual(1);
  });
});

describe('links read by each other', () => {
  const tracked = (n: number) =>
    `https://post.b.example/q?u=${`${n}`.repeat(9)}Zk3xPq81mmAc${n}7LbQ`;
  const list = (...labels: string[]) =>
    labels.map((label, n) => `<p><a href="${tracked(n + 1)}">${label}</a></p>`).join('');

  it('trackers are known by their neighbours, and their secrets say nothing', () => {
    const [link] = fromHtml(list('Confirm your email', 'Our shop', 'Instaphoto', 'Privacy'));
    expect(link?.url).toBe(tracked(1));
    expect(link?.reasons.join()).not.toContain('token');
  });

  it('the text part shows where the one button leads', () => {
    const button = `<p>Hello!</p><a style="background:#124;padding:9px" href="https://click.b.example/ls/click?upn=${TOKEN}${TOKEN}">Yes, it is my address</a>`;
    const direct = `https://a.example/account/activate?hash=${TOKEN}`;
    const [link] = fromHtml(button, 'One step left', `Hello!\n${direct}\n`);
    expect(link?.url).toBe(direct);
  });

  it('the words of a tracked link may be the url', () => {
    const shown = `https://a.example/verify/${TOKEN}`;
    const href = `https://click.b.example/ls/click?upn=${TOKEN}${TOKEN}`;
    const [link] = fromHtml(`<p>Verify your account at:</p><p><a href="${href}">${shown}</a></p>`);
    expect(link?.url).toBe(href);
    expect(link?.reasons.join()).toContain('its url says verify');
  });

  it('one that refuses speaks for the one beside it', () => {
    const join = `<a href="https://a.example/i/${TOKEN}">Take the seat</a>`;
    const refusal = `<a href="https://a.example/o/${TOKEN}">No thanks</a>`;
    const score = (html: string) => fromHtml(html, 'Ann invited you to Acme')[0]?.reasons.join();
    expect(score(`${join} | ${refusal}`)).toContain('a link beside it refuses');
    expect(score(join)).not.toContain('refuses');
  });

  it('one that carries the code is the same offer', () => {
    const html =
      '<p>Your code is 618204</p><a href="https://a.example/finish?code=618204">Confirm your email</a>';
    expect(fromHtml(html, 'Your code')[0]?.reasons.join()).toContain('carries the code');
  });
});

describe('links that are not asked for', () => {
  it.each([
    [
      'Re: Confirm your address',
      '<p>Done, thanks!</p><blockquote>Please confirm your email: ',
      'verify',
    ],
    ['Invitation: Review at 14:00', '<p>Ann has invited you.</p>', 'Join'],
    ['Your weekly digest', '<p>Topics</p>', "Can't confirm my account, link expired?"],
    ['Keep your account active', '<p>Your trial ends.</p>', 'Activate my plan'],
  ])('%s', (subject, before, label) => {
    expect(
      fromHtml(`${before}<a href="https://a.example/x/${TOKEN}">${label}</a>`, subject),
    ).toEqual([]);
  });

  it('unless the mail asks to confirm that something ends', () => {
    const html = `<p>Finish here:</p><a href="https://a.example/delete/${TOKEN}">Delete my account</a>`;
    expect(fromHtml(html, 'Confirm the deletion of your account')).toHaveLength(1);
    expect(fromHtml(html, 'News from Acme')).toEqual([]);
  });
});
