import { describe, expect, it } from 'vitest';
import { parseRelayUrl } from './relay-url.ts';

const urlOf = (input: string) => parseRelayUrl(input)?.url;

describe('parseRelayUrl', () => {
  it.each([
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['localhost:3000/', 'http://localhost:3000'],
    ['LOCALHOST:3000', 'http://localhost:3000'],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['192.168.1.20:3000', 'http://192.168.1.20:3000'],
    ['raspberrypi:3000', 'http://raspberrypi:3000'],
    ['nas.local', 'http://nas.local'],
  ])('takes http for %s, a host at home', (input, url) => {
    expect(urlOf(input)).toBe(url);
  });

  it.each([
    ['mail.example.org', 'https://mail.example.org'],
    ['mail.example.org/mayfly/', 'https://mail.example.org/mayfly'],
    ['mail.example.org:8443', 'https://mail.example.org:8443'],
    ['8.8.8.8', 'https://8.8.8.8'],
    ['bücher.example', 'https://xn--bcher-kva.example'],
  ])('takes https for %s', (input, url) => {
    expect(urlOf(input)).toBe(url);
  });

  it.each([
    ['  http://mail.example.org//  ', 'http://mail.example.org'],
    ['HTTPS://Mail.Example.org', 'https://mail.example.org'],
    ['https://mail.example.org/v1', 'https://mail.example.org'],
    ['https://mail.example.org/mayfly/v1/', 'https://mail.example.org/mayfly'],
    ['https://mail.example.org/mayfly/?a=1#/inbox', 'https://mail.example.org/mayfly'],
    ['https://mail.example.org:443', 'https://mail.example.org'],
    ['//mail.example.org', 'https://mail.example.org'],
  ])('brings %s into one form', (input, url) => {
    expect(urlOf(input)).toBe(url);
  });

  it.each([
    '',
    '   ',
    'two words',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://',
    'https://user:pass@example.org',
    'http://exa mple.org',
    'anna@example.org',
  ])('refuses %j', (input) => {
    expect(parseRelayUrl(input)).toBeNull();
  });

  it('asks for the host without its port', () => {
    expect(parseRelayUrl('http://127.0.0.1:3000')?.pattern).toBe('http://127.0.0.1/*');
    expect(parseRelayUrl('https://mail.example.org:8443/mayfly')?.pattern).toBe(
      'https://mail.example.org/*',
    );
  });
});
