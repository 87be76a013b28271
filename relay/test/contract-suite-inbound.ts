import { describe, expect, it } from 'vitest';
import type { ContractPlace } from './contract-place.ts';
import { changes } from './contract-suite-messages.ts';
import { callOf } from './route-calls.ts';

export function describeInbound(place: () => ContractPlace): void {
  describe.each(['receiveRaw', 'receiveImprovmx'] as const)('%s', (name) => {
    it('brings a mail once, however often and to whichever relay it is sent', async () => {
      const { inbox, client } = await place().openInbox();
      const { method, path, headers, rawBody } = callOf(name, inbox, '');
      const bring = async () => {
        const response = await place().request(path, {
          method,
          headers: { ...headers },
          body: rawBody ?? '',
        });
        return await response.json();
      };
      expect(await bring()).toEqual({ repeated: false });
      for (let again = 0; again < 3; again += 1) expect(await bring()).toEqual({ repeated: true });
      const { items } = await changes(client, inbox.id, 1);
      expect(items).toMatchObject([{ change: 'new', content: { subject: 'Hello' } }]);
      expect((await client.listMessages(inbox.id)).items).toHaveLength(1);
    });
  });
}
