/** The domain that the tests of `doctor` look at, as it ought to be; written down apart from the code that wants it so. */
export const [v4, v6] = ['203.0.113.25', '2001:db8::25'] as const;
const reverse6 = '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa';

export const mx = 'mx.fern.example';

/** All records of a domain whose mail goes to our host, written down apart from the code that wants them. */
export function rightZone(domain = 'fern.example'): Record<string, readonly string[]> {
  return {
    [`MX ${domain}`]: [`10 ${mx}`],
    [`TXT ${domain}`]: ['google-site-verification=x', 'v=spf1 -all'],
    [`CAA ${domain}`]: ['0 issue "letsencrypt.org"', '0 issuewild ";"'],
    [`A ${mx}`]: [v4],
    [`AAAA ${mx}`]: [v6],
    'PTR 25.113.0.203.in-addr.arpa': [mx],
    [`PTR ${reverse6}`]: [mx],
    [`TXT _dmarc.${domain}`]: ['v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s'],
    [`TXT *._domainkey.${domain}`]: ['v=DKIM1; p='],
    [`TXT _mta-sts.${domain}`]: ['v=STSv1; id=d965ab209c427f31efd2'],
    [`A mta-sts.${domain}`]: [v4],
    [`AAAA mta-sts.${domain}`]: [v6],
    [`TXT _smtp._tls.${domain}`]: [`v=TLSRPTv1; rua=mailto:postmaster@${domain}`],
    'A inbox.fern.example': [v4],
    'AAAA inbox.fern.example': [v6],
    'A time.example': ['198.51.100.123'],
  };
}

export const rightPolicy = `version: STSv1\r\nmode: enforce\r\nmx: ${mx}\r\nmax_age: 1209600\r\n`;

/** What the policy's host answers. */
export interface PolicyPage {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export const rightPage: PolicyPage = {
  status: 200,
  type: 'text/plain; charset=utf-8',
  text: rightPolicy,
};
