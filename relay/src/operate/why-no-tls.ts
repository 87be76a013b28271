import type { Config } from '../config.ts';
import { judgeCertificate } from '../smtp/certificate.ts';
import { fileWords } from './certificate-words.ts';
import { fail, type Judged } from './finding.ts';

export interface TlsFilesDeps {
  readonly config: Pick<Config, 'tls'>;
  readonly readFile: (path: string) => Promise<string>;
  readonly hostname: string;
  readonly now: number;
}

const withoutTls = 'mail comes in without TLS';

/** Looks at the certificate's files as the relay does, to say why it does not offer STARTTLS. */
export async function whyNoTls({ config, readFile, hostname, now }: TlsFilesDeps): Promise<Judged> {
  if (config.tls === null)
    return fail(
      `${withoutTls}: the relay has no certificate`,
      'start the relay with MAYFLY_TLS_CERT=fullchain.pem MAYFLY_TLS_KEY=privkey.pem',
    );
  const { cert, key } = config.tls;
  const read = await Promise.all([cert, key].map(readFile)).catch(() => null);
  if (read === null)
    return fail(
      `${withoutTls}: ${cert} or ${key} cannot be read`,
      `see whether the files are there, and let the relay's user read them`,
    );
  const judged = judgeCertificate({ cert: read[0] ?? '', key: read[1] ?? '' }, { hostname, now });
  if (!judged.ok) {
    const { found, mend } = fileWords[judged.reason];
    return fail(`${withoutTls}: ${found}`, mend);
  }
  return fail(
    `${withoutTls}, although the certificate in ${cert} is good`,
    'start the relay with the same MAYFLY_TLS_CERT and MAYFLY_TLS_KEY, and see its log for tls-not-offered',
  );
}
