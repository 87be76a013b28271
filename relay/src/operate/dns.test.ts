import { describe, expect, it } from 'vitest';
import { runDns } from './dns.ts';

async function run(words: readonly string[], over: object = {}) {
  const lines: string[] = [];
  const config = {
    domains: ['fern.example'],
    smtpName: 'mx.fern.example',
    smtpHost: '0.0.0.0',
    publicUrl: null,
    ...over,
  } as const;
  const print = (line: string) => void lines.push(line);
  const status = await runDns({ config, print, called: 'mayfly', inColours: false }, words);
  return { status, lines, text: lines.join('\n') };
}

const address = ['--address', '203.0.113.25'];
const zoneOf = async (words: readonly string[], over: object = {}) =>
  (await run([...words, '--zone'], over)).lines.filter((line) => !line.startsWith('; '));

describe('dns DOMAIN', () => {
  it('prints every record that receiving mail takes, to paste into a zone', async () => {
    expect(await zoneOf(['fern.example', ...address])).toEqual([
      'fern.example. 3600 IN MX 10 mx.fern.example.',
      'mx.fern.example. 3600 IN A 203.0.113.25',
      'fern.example. 3600 IN TXT "v=spf1 -all"',
      '_dmarc.fern.example. 3600 IN TXT "v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s"',
      '*._domainkey.fern.example. 3600 IN TXT "v=DKIM1; p="',
      expect.stringMatching(/^_mta-sts\.fern\.example\. 3600 IN TXT "v=STSv1; id=[a-z0-9]{20}"$/),
      'mta-sts.fern.example. 3600 IN A 203.0.113.25',
      '_smtp._tls.fern.example. 3600 IN TXT "v=TLSRPTv1; rua=mailto:postmaster@fern.example"',
      'fern.example. 3600 IN CAA 0 issue "letsencrypt.org"',
      'fern.example. 3600 IN CAA 0 issuewild ";"',
    ]);
  });

  it('adds IPv6, subdomains and a host for people where there are such', async () => {
    const words = ['fern.example', ...address, '--address', '2001:0DB8:0:0::0025', '--subdomains'];
    const zone = await zoneOf(words, { publicUrl: 'https://inbox.fern.example/mail' });
    for (const line of [
      'mx.fern.example. 3600 IN AAAA 2001:db8::25',
      'mta-sts.fern.example. 3600 IN AAAA 2001:db8::25',
      'inbox.fern.example. 3600 IN A 203.0.113.25',
      'inbox.fern.example. 3600 IN AAAA 2001:db8::25',
      '*.fern.example. 3600 IN MX 10 mx.fern.example.',
      '*.fern.example. 3600 IN TXT "v=spf1 -all"',
    ])
      expect(zone).toContain(line);
  });

  it('takes IPv4 that is written as IPv6 for what it is', async () => {
    const zone = await zoneOf(['fern.example', '--address', '::ffff:203.0.113.25']);
    expect(zone).toContain('mx.fern.example. 3600 IN A 203.0.113.25');
  });

  it('leaves out IPv4 where there is none', async () => {
    const zone = await zoneOf(['fern.example', '--address', '2001:db8::25']);
    expect(zone.filter((line) => / IN A /.test(line))).toEqual([]);
  });

  it('names the PTR as a comment, since it lies in the zone of somebody else', async () => {
    const { lines } = await run(['fern.example', ...address, '--address', '2001:db8::2:25']);
    expect(lines).toContain('; 25.113.0.203.in-addr.arpa. 3600 IN PTR mx.fern.example.');
    const reverse = '5.2.0.0.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa';
    expect(lines).toContain(`; ${reverse}. 3600 IN PTR mx.fern.example.`);
  });

  it('shows a table, too, and says in a sentence what each record is for', async () => {
    const { lines } = await run(['fern.example', ...address]);
    const at = lines.indexOf('TXT  fern.example               v=spf1 -all');
    expect(lines[at + 1]?.trim()).toMatch(/^Says that no server sends mail from the domain/);
    const zone = lines.filter((line) => / IN /.test(line));
    const reasons = lines.filter((line) => /^; .*\.$/.test(line) && !/ IN /.test(line));
    expect([zone.length, reasons.length]).toEqual([11, 10]);
  });

  it('prints one JSON document for programs', async () => {
    const { lines } = await run(['fern.example', ...address, '--json']);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      domain: 'fern.example',
      records: expect.arrayContaining([
        expect.objectContaining({ key: 'mx', type: 'MX', values: ['10 mx.fern.example'] }),
      ]),
    });
  });

  it('writes names of any script as they go over the wire', async () => {
    const [mx] = await zoneOf(['Fär\u0301n.example.', ...address, '--mx', 'mx.fern.example']);
    expect(mx).toMatch(/^xn--[a-z0-9-]+\.example\. 3600 IN MX 10 mx\.fern\.example\.$/);
  });

  it.each([
    ['says nothing of the domain', {}, 'fern.example', 'mx.fern.example'],
    ['has no name of its own', { smtpName: 'fern.example' }, 'fern.example', 'fern.example'],
    ['serves another domain under a name', {}, 'moss.example', 'mx.fern.example'],
    ['serves another domain', { smtpName: 'fern.example' }, 'moss.example', 'moss.example'],
  ])('lets the MX name the right host when the relay %s', async (_, over, domain, mx) => {
    expect((await zoneOf([domain, ...address], over))[0]).toBe(`${domain}. 3600 IN MX 10 ${mx}.`);
  });

  it('takes the address that mail is received on, when that is a public one', async () => {
    const zone = await zoneOf(['fern.example'], { smtpHost: '203.0.113.7' });
    expect(zone).toContain('mx.fern.example. 3600 IN A 203.0.113.7');
  });

  it('says what to do when the relay does not serve the domain yet', async () => {
    const { text } = await run(['moss.example', ...address]);
    expect(text).toContain('MAYFLY_DOMAINS=fern.example,moss.example');
    expect((await run(['fern.example', ...address])).text).not.toContain('MAYFLY_DOMAINS');
  });
});

describe('words that are off', () => {
  it.each([
    [[], 'Which domain?'],
    [['fern'], '"fern" is no domain name'],
    [['203.0.113.25'], '"203.0.113.25" is no domain name'],
    [['fern.example', 'moss.example'], '"moss.example" is one word too many'],
    [['fern.example'], 'Which address has mx.fern.example?'],
    [['fern.example', '--address'], '--address needs a value'],
    [['fern.example', '--address', 'here'], '"here" is no network address'],
    [['fern.example', '--address', '2001:db8::1%eth0'], 'is no network address'],
    [['fern.example', '--address', '10.0.0.1'], '10.0.0.1 is an address that nobody on'],
    [['fern.example', '--address=::1'], '::1 is an address that nobody on'],
    [['fern.example', ...address, '--mx', '203.0.113.25'], 'an MX never names an address'],
    [['fern.example', ...address, '--ca', 'let us'], '"let us" is no name'],
    [['fern.example', ...address, '--colour'], '--colour is no option'],
    [['fern.example', ...address, '-x'], '-x is no option'],
  ])('%j are answered with what is wrong', async (words, message) => {
    const { status, text } = await run(words);
    expect([status, text]).toEqual([64, expect.stringContaining(message)]);
    expect(text).not.toContain(' IN ');
  });
});
