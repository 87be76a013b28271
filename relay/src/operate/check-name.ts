import type { Config } from '../config.ts';
import { fail, type Finding, pass } from './finding.ts';
import { type MailSetup, servingHint } from './mail-setup.ts';

export interface NameCheckDeps {
  readonly config: Pick<Config, 'domains'>;
  readonly setup: MailSetup;
  /** Whether a public list has the domain among those of disposable addresses. */
  readonly isListed: (domain: string) => boolean;
}

/** The domain and what it lies below, short of the top. */
function upwards(domain: string): readonly string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
}

/** What is to be said of the domain as such. */
export function checkName({ config, setup, isListed }: NameCheckDeps): readonly Finding[] {
  const { domain } = setup;
  const listed = upwards(domain).find(isListed);
  const served = config.domains.includes(domain)
    ? pass('it is among MAYFLY_DOMAINS')
    : fail(
        'it is not among MAYFLY_DOMAINS of this relay',
        `start it with ${servingHint(config.domains, domain)}`,
      );
  const known =
    listed === undefined
      ? pass('it is not on the public list of disposable domains')
      : fail(
          `${listed} is on the public list of disposable domains, so sites refuse it`,
          'use another domain for the relay, and only among people you know;',
          'or ask to be taken off: https://github.com/disposable-email-domains/disposable-email-domains',
        );
  return [
    { id: 'domain', about: 'Domain', ...served },
    { id: 'disposable', about: 'Reputation', ...known },
  ];
}
