import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ContractPlace } from './contract-place.ts';
import { describeAccess } from './contract-suite-access.ts';
import { describeInbound } from './contract-suite-inbound.ts';
import { describeInboxContract } from './contract-suite-inboxes.ts';
import { describeMessageContract } from './contract-suite-messages.ts';
import { describeRefusals } from './contract-suite-refusals.ts';
import { describeWaiting } from './contract-suite-waiting.ts';
import { routeNames } from './route-calls.ts';

/** What every relay, or every number of relays on one store, does for who knows it from outside alone. */
export function describeContract(name: string, open: () => Promise<ContractPlace>): void {
  describe(`the contract, ${name}`, () => {
    let opened: ContractPlace | undefined;
    beforeAll(async () => {
      opened = await open();
    }, 60_000);
    afterAll(async () => opened?.[Symbol.asyncDispose]());
    const place = (): ContractPlace => {
      if (opened === undefined) throw new Error('no place outside a test');
      return opened;
    };

    it('tells of itself', async () => {
      const { client, request } = place();
      expect(await client.getDomains()).toEqual({
        domains: ['mayfly.test'],
        default: 'mayfly.test',
      });
      expect(await client.getLimits()).toMatchObject({ access: 'open', waitersPerInbox: 5 });
      expect(await client.health()).toMatchObject({ status: 'ok' });
      // A relay that has just started may not be ready yet.
      const ready = await vi.waitFor(() => client.ready(), 20_000);
      expect(ready).toMatchObject({ status: 'ready', checks: { store: 'ok' } });
      expect(await (await request('/v1/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    });

    describeInboxContract(place);
    describeMessageContract(place);
    describeWaiting(place);
    describeInbound(place);
    describeAccess(place);
    describeRefusals(place);

    it('has been asked for every route', () => {
      expect([...place().succeeded].sort()).toEqual([...routeNames].sort());
    });
  });
}
