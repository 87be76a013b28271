/** Records of one key of a zone; without values they are taken away. */
export type Records = readonly [key: string, ...values: readonly string[]];

/** What sets records right again. */
export const mend = {
  mx: 'publish  fern.example. 3600 IN MX 10 mx.fern.example.',
  a: 'publish  mx.fern.example. 3600 IN A 203.0.113.25',
  aaaa: 'publish  mx.fern.example. 3600 IN AAAA 2001:db8::25',
  ptr: '25.113.0.203.in-addr.arpa. 3600 IN PTR mx.fern.example.',
  spf: 'publish  fern.example. 3600 IN TXT "v=spf1 -all"',
  dmarc:
    'publish  _dmarc.fern.example. 3600 IN TXT "v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s"',
  mtaSts: 'publish  _mta-sts.fern.example. 3600 IN TXT "v=STSv1; id=d965ab209c427f31efd2"',
  tlsRpt:
    'publish  _smtp._tls.fern.example. 3600 IN TXT "v=TLSRPTv1; rua=mailto:postmaster@fern.example"',
  policy: 'mx: mx.fern.example',
};

const dmarc = 'v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s';

/** What is wrong, the line that is to fail, what its mend is to hold, and the records instead of the right ones. */
export const dnsFaults: readonly (readonly [string, string, string, readonly Records[]])[] = [
  ['no MX', 'mx', mend.mx, [['MX fern.example']]],
  ['an MX elsewhere', 'mx', mend.mx, [['MX fern.example', '10 mx.moss.example']]],
  ['an MX to an address', 'mx', mend.mx, [['MX fern.example', '10 203.0.113.25']]],
  ['a null MX', 'mx', mend.mx, [['MX fern.example', '0 .']]],
  [
    'an MX to an alias',
    'mx-alias',
    'mx.fern.example. IN CNAME host.fern.example.',
    [
      ['CNAME mx.fern.example', 'host.fern.example'],
      ['A mx.fern.example'],
      ['AAAA mx.fern.example'],
      ['A host.fern.example', '203.0.113.25'],
      ['AAAA host.fern.example', '2001:db8::25'],
    ],
  ],
  ['no A record', 'a', mend.a, [['A mx.fern.example']]],
  ['an A record elsewhere', 'a', mend.a, [['A mx.fern.example', '203.0.113.26']]],
  ['a private A record', 'a', mend.a, [['A mx.fern.example', '192.168.1.2']]],
  [
    'one A record too many',
    'a',
    'take away mx.fern.example. IN A 203.0.113.26',
    [['A mx.fern.example', '203.0.113.25', '203.0.113.26']],
  ],
  ['no AAAA record', 'aaaa', mend.aaaa, [['AAAA mx.fern.example']]],
  ['a local AAAA record', 'aaaa', mend.aaaa, [['AAAA mx.fern.example', 'fe80::1']]],
  ['no PTR', 'ptr', mend.ptr, [['PTR 25.113.0.203.in-addr.arpa']]],
  [
    'a PTR of the provider',
    'ptr',
    mend.ptr,
    [['PTR 25.113.0.203.in-addr.arpa', 'static-25.moss.example']],
  ],
  ['no SPF', 'spf', mend.spf, [['TXT fern.example', 'something else']]],
  ['an SPF softfail', 'spf', mend.spf, [['TXT fern.example', 'v=spf1 ~all']]],
  ['an SPF for everybody', 'spf', mend.spf, [['TXT fern.example', 'v=spf1 a mx +all']]],
  [
    'two SPF records',
    'spf',
    mend.spf,
    [['TXT fern.example', 'v=spf1 -all', 'v=spf1 include:moss.example -all']],
  ],
  ['no DMARC', 'dmarc', mend.dmarc, [['TXT _dmarc.fern.example']]],
  [
    'a DMARC that asks nothing',
    'dmarc',
    mend.dmarc,
    [['TXT _dmarc.fern.example', 'v=DMARC1; p=none']],
  ],
  [
    'a DMARC that spares subdomains',
    'dmarc',
    mend.dmarc,
    [['TXT _dmarc.fern.example', 'v=DMARC1; p=reject; sp=none']],
  ],
  ['two DMARC records', 'dmarc', mend.dmarc, [['TXT _dmarc.fern.example', dmarc, dmarc]]],
  [
    'an MTA-STS record without an id',
    'mta-sts',
    mend.mtaSts,
    [['TXT _mta-sts.fern.example', 'v=STSv1;']],
  ],
  [
    'no host for the MTA-STS policy',
    'mta-sts-host',
    'publish  mta-sts.fern.example. 3600 IN A 203.0.113.25',
    [['A mta-sts.fern.example']],
  ],
  [
    'TLS reports for nobody',
    'tls-rpt',
    mend.tlsRpt,
    [['TXT _smtp._tls.fern.example', 'v=TLSRPTv1;']],
  ],
  [
    'a CAA for another authority',
    'caa',
    'fern.example. 3600 IN CAA 0 issue "letsencrypt.org"',
    [['CAA fern.example', '0 issue "moss.example"']],
  ],
  [
    'a CAA for another authority further up',
    'caa',
    '--ca moss.example',
    [['CAA fern.example'], ['CAA example', '0 issue "moss.example"']],
  ],
  [
    'no host for people',
    'web-host',
    'inbox.fern.example. 3600 IN A 203.0.113.25',
    [['A inbox.fern.example']],
  ],
];
