import type { Domains, Limits } from '@mayfly/shared/contract/server';
import type { Client } from '@mayfly/shared/client/client';
import { shallowRef } from 'vue';

export interface RelayFacts {
  readonly domains: Domains;
  readonly limits: Limits;
}

/** What the relay says of itself; asked for once, when somebody needs it. */
export function createRelayFacts(client: () => Promise<Client>) {
  const facts = shallowRef<RelayFacts | null>(null);
  return {
    facts,
    async load(): Promise<RelayFacts | null> {
      if (facts.value !== null) return facts.value;
      try {
        const { getDomains, getLimits } = await client();
        const [domains, limits] = await Promise.all([getDomains(), getLimits()]);
        facts.value = { domains, limits };
      } catch {
        // Those who ask do without; the page says elsewhere how it stands with the relay.
      }
      return facts.value;
    },
  };
}
