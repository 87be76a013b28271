import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { runDns } from '../src/operate/dns.ts';
import type { WantedRecords } from '../src/operate/dns-records.ts';
import type { Finding } from '../src/operate/finding.ts';
import type { SetupConfig } from '../src/operate/mail-setup.ts';
import { mend, type Records } from './doctor-dns-faults.ts';
import { mx, rightPolicy, rightZone, v4, v6 } from './doctor-right.ts';
import { type DoctorWorld, startDoctorWorld } from './doctor-world.ts';
import { freePort } from './redis-server.ts';

const day = 86_400_000;
let world: DoctorWorld;
beforeAll(async () => {
  world = await startDoctorWorld();
});
afterAll(async () => world[Symbol.asyncDispose]());
beforeEach(async () => world.reset());

const publish =
  (...records: readonly Records[]) =>
  () =>
    world.publish(...records);

const answer = (over: Partial<DoctorWorld['page']>) => () =>
  (world.page = { ...world.page, ...over });

test('a right set-up passes in every line', async () => {
  await world.sendChallenge('198.51.100.7');
  const { status, failed, warned } = await world.ask();
  expect([status, failed, warned]).toEqual([0, [], []]);
  const { text } = await world.read();
  expect(text).toMatch(/\n37 passed, 0 warnings, 0 failed\. All is well\.$/);
});

test('what `dns` prints is what `doctor` wants', async () => {
  await world.sendChallenge('198.51.100.7');
  const printed: string[] = [];
  const config: SetupConfig = {
    ...{ domains: ['fern.example'], smtpName: mx, smtpHost: '127.0.0.1' },
    publicUrl: 'https://inbox.fern.example',
  };
  const print = (line: string) => void printed.push(line);
  const words = ['fern.example', '--address', v4, '--address', v6, '--subdomains', '--json'];
  expect(await runDns({ config, print, called: 'mayfly', inColours: false }, words)).toBe(0);
  const { records }: { records: WantedRecords[] } = JSON.parse(printed.join(''));
  const { zone } = world.parts.dns;
  for (const key of Object.keys(zone)) if (key !== 'A time.example') delete zone[key];
  for (const { type, name, values } of records) zone[`${type} ${name}`] = values;
  world.words = ['--subdomains'];
  expect(await world.ask()).toMatchObject({ status: 0, failed: [], warned: [] });
});

test('the policy that the relay serves is the one that `doctor` wants', async () => {
  const { port } = world.parts.relay.relay.http;
  const headers = { host: 'mta-sts.fern.example' };
  const asked = get({ host: '127.0.0.1', port, path: '/.well-known/mta-sts.txt', headers });
  const [response]: IncomingMessage[] = await once(asked, 'response');
  const served = response === undefined ? '' : await text(response);
  expect(served).toBe(rightPolicy);
  world.page = { ...world.page, text: served };
  const { checks } = await world.ask();
  const levels = checks.flatMap(({ id, level }) => (id.startsWith('mta-sts') ? level : []));
  expect(levels).toEqual(['pass', 'pass', 'pass', 'pass']);
});

describe('what does no harm yet is a warning:', () => {
  const without = (key: string) => publish([key]);
  it.each([
    ['no empty DKIM key', ['dkim'], without('TXT *._domainkey.fern.example')],
    ['a DKIM key', ['dkim'], publish(['TXT *._domainkey.fern.example', 'v=DKIM1; p=MIIB'])],
    ['no TLS reports', ['tls-rpt'], without('TXT _smtp._tls.fern.example')],
    ['no CAA', ['caa'], without('CAA fern.example')],
    [
      'a CAA that limits nobody',
      ['caa'],
      publish(['CAA fern.example', '0 iodef "mailto:a@b.example"']),
    ],
    [
      'a second MX',
      ['mx'],
      publish(['MX fern.example', '10 mx.fern.example', '20 mx.moss.example']),
    ],
    [
      'an SPF that lets others send',
      ['spf'],
      publish(['TXT fern.example', 'v=spf1 a:moss.example -all']),
    ],
    [
      'an id of another policy',
      ['mta-sts'],
      publish(['TXT _mta-sts.fern.example', 'v=STSv1; id=1']),
    ],
    [
      'a policy served elsewhere',
      ['mta-sts-host'],
      publish(['A mta-sts.fern.example', '198.51.100.9']),
    ],
    [
      'a policy on trial',
      ['mta-sts-policy'],
      answer({ text: rightPolicy.replace('enforce', 'testing') }),
    ],
    [
      'a policy soon forgotten',
      ['mta-sts-policy'],
      answer({ text: rightPolicy.replace('1209600', '60') }),
    ],
    ['no time server', ['clock'], () => (world.parts.time.stratum = 0)],
    ['a clock ten seconds off', ['clock'], () => (world.parts.time.aheadMs = 10_000)],
    [
      'no MTA-STS at all',
      ['mta-sts', 'mta-sts-host', 'mta-sts-host-ipv6', 'mta-sts-policy'],
      () => {
        for (const key of ['TXT _mta-sts', 'A mta-sts', 'AAAA mta-sts'])
          delete world.parts.dns.zone[`${key}.fern.example`];
        world.page = { ...world.page, status: 404 };
      },
    ],
  ])('%s', async (_, ids, cause) => {
    await world.sendChallenge('198.51.100.7');
    cause();
    const { status, failed, warned } = await world.ask();
    expect([status, failed, warned]).toEqual([0, [], ids]);
  });

  it('a certificate that soon ends', async () => {
    await world.relayWith(world.certify(mx, 10));
    expect(await world.ask()).toMatchObject({ status: 0, warned: ['certificate-end', 'outside'] });
  });

  it('a policy that is not served while mail comes in without TLS', async () => {
    await world.relayWith(null);
    world.page = { ...world.page, status: 421 };
    const { failed, warned } = await world.ask();
    expect([failed, warned]).toEqual([['starttls'], ['outside', 'mta-sts-policy']]);
  });

  it('plain HTTP that strangers reach beside the TLS front', async () => {
    await world.sendChallenge('198.51.100.7');
    world.doors.set(3000, world.parts.relay.relay.http.port);
    expect(await world.ask()).toMatchObject({ status: 0, warned: ['port-http'] });
  });

  it('an address that this machine does not reach, when mail from outside arrives', async () => {
    await world.sendChallenge('198.51.100.7');
    world.doors.set(25, await freePort());
    expect(await world.ask()).toMatchObject({ status: 0, failed: [], warned: ['port-25'] });
  });
});

describe('mail from outside', () => {
  const outside = async () => (await world.ask()).checks.find(({ id }) => id === 'outside')?.level;

  it('counts neither from our own address nor from a private one, and not for ever', async () => {
    await world.relayWith(world.certify(mx));
    expect(await outside()).toBe('warn');
    for (const from of [v4, '10.0.0.7']) await world.sendChallenge(from);
    expect(await outside()).toBe('warn');
    await world.sendChallenge('198.51.100.7');
    expect(await outside()).toBe('pass');
    world.over = { clock: () => Date.now() + 7.5 * day };
    expect(await outside()).toBe('warn');
  });

  it('is waited for with --wait, after saying what to send where', async () => {
    await world.relayWith(world.certify(mx));
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
      if (pauses === 2) await world.sendChallenge('198.51.100.7');
    };
    world.over = { pause };
    const { text } = await world.read(['--wait', '5']);
    expect(pauses).toBe(2);
    expect(text).toMatch(
      /^Now, .* write to postmaster@fern\.example with the subject mayfly-check-\w+\.\n/,
    );
    expect(text).toMatch(/pass {2}From outside/);
  });

  it('is waited for no longer than was said', async () => {
    await world.relayWith(world.certify(mx));
    let now = Date.now();
    world.over = { clock: () => now, pause: async () => void (now += 30_000) };
    const { text } = await world.read(['--wait', '2']);
    expect(text).toMatch(/warn {2}From outside/);
    expect(now - Date.now()).toBeLessThan(150_000);
  });
});

describe('the report', () => {
  it('shows each mend below what it mends, in aligned lines, and a summary at the end', async () => {
    publish(['MX fern.example'], ['CAA fern.example'])();
    const { status, text } = await world.read();
    expect(status).toBe(1);
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.startsWith('  fail  MX '));
    const column = lines[at]?.indexOf('fern.example has no MX record') ?? 0;
    expect(lines[at + 1]).toBe(`${' '.repeat(column)}→ ${mend.mx}`);
    const starts = lines.filter((line) => /^ {2}(?:pass|warn|fail) /.test(line));
    expect(new Set(starts.map((line) => line.slice(0, column).search(/ {2}$/)))).not.toContain(-1);
    expect(lines.at(-1)).toMatch(/ 1 failed\. Mend what failed and run this again/);
    expect(text).not.toContain('\u001b');
    world.over = { inColours: true };
    expect((await world.read()).text).toContain('\u001b[31;1mfail\u001b[0m  MX ');
  });

  it('is one line of JSON for programs', async () => {
    publish(['MX fern.example'])();
    const { text } = await world.read(['--json']);
    expect(JSON.parse(text)).toMatchObject({
      ...{ domain: 'fern.example', ok: false, fail: 1 },
      checks: expect.arrayContaining([
        {
          ...{ section: 'DNS of fern.example', id: 'mx', level: 'fail', about: 'MX' },
          ...{ found: 'fern.example has no MX record', mend: [mend.mx] },
        },
      ]),
    });
  });

  it('lets nothing through that a terminal would obey', async () => {
    world.publish(['TXT _dmarc.fern.example', 'v=DMARC1; p=\u001b]0;owned\u0007']);
    const { text } = await world.read();
    expect(text).toContain('p=\ufffd]0;owned\ufffd');
  });

  it('looks at the addresses that the DNS has when none was told', async () => {
    const { text } = await world.read([], ['fern.example', '--ntp', 'off']);
    expect(text).toMatch(/pass {2}Port 25 +203\.0\.113\.25 answers; 2001:db8::25 answers/);
    expect(text).toContain('2001:db8::25 is said to be mx.fern.example');
    expect(text).not.toContain('Clock');
    publish(['A mx.fern.example'])();
    const other = await world.read([], ['fern.example', '--ntp', 'off']);
    expect(other.text).toContain('publish  mx.fern.example. 3600 IN A the-public-IPv4-address');
  });

  it.each([
    [[], 'Which domain?'],
    [['fern.example', '--wait', 'long'], '--wait needs a number of minutes'],
    [['fern.example', '--ntp', '...'], '"..." is no host name'],
    [['fern.example', '--fast'], '--fast is no option'],
  ])('is not begun when the words are off: %j', async (words, message) => {
    const { status, text } = await world.read([], words);
    expect([status, text]).toEqual([64, expect.stringContaining(message)]);
    expect(text).toContain('doctor DOMAIN');
  });
});

test('an address that nobody told fails in its line alone', async () => {
  const words = ['fern.example', '--address', v4, '--ntp', 'time.example', '--json'];
  world.publish(['PTR 25.113.0.203.in-addr.arpa', mx], ['AAAA mta-sts.fern.example']);
  const { checks }: { checks: Finding[] } = JSON.parse((await world.read([], words)).text);
  const failed = checks.filter(({ level }) => level === 'fail');
  expect(failed.map(({ id, mend: [first] }) => [id, first])).toEqual([
    ['aaaa', `take away  ${mx}. IN AAAA ${v6}`],
  ]);
});

test('wildcards are looked for where addresses at subdomains are used', async () => {
  world.words = ['--subdomains'];
  const { failed, checks } = await world.ask();
  expect(failed).toEqual(['wildcard-mx', 'wildcard-spf']);
  const mends = checks.flatMap((each) => (failed.includes(each.id) ? each.mend : []));
  expect(mends).toEqual([
    'publish  *.fern.example. 3600 IN MX 10 mx.fern.example.',
    'publish  *.fern.example. 3600 IN TXT "v=spf1 -all"',
  ]);
  publish(['MX *.fern.example', `10 ${mx}`], ['TXT *.fern.example', 'v=spf1 -all'])();
  expect((await world.ask()).status).toBe(0);
});

test('a domain on the public list of disposable domains fails in that line alone', async () => {
  Object.assign(world.parts.dns.zone, rightZone('mailinator.com'));
  world.serveAs(world.certify('mta-sts.mailinator.com'));
  const { status, failed, checks } = await world.ask('mailinator.com');
  expect([status, failed]).toEqual([1, ['disposable']]);
  const line = checks.find(({ id }) => id === 'disposable');
  expect([line?.found, line?.mend[0]]).toEqual([
    expect.stringContaining('mailinator.com is on the public list'),
    expect.stringContaining('use another domain'),
  ]);
});
