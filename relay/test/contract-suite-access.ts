import { describe, expect, it } from 'vitest';
import type { ContractPlace } from './contract-place.ts';

const wrong = { status: 401, code: 'pair-code-invalid' };

export function describeAccess(place: () => ContractPlace): void {
  describe('a pairing code', () => {
    it('gives access once, at whatever relay', async () => {
      const code = await place().offerPairing('Anna');
      const { access, token } = await place().client.pair(code);
      expect(access).toMatchObject({ label: 'Anna' });
      await place().clientWithAccess(token).listAccess();
      for (let relay = 0; relay < 3; relay += 1)
        await expect(place().client.pair(code)).rejects.toMatchObject(wrong);
    });

    it('gives access to one of many who bring it at once', async () => {
      const code = await place().offerPairing('race');
      const tries = Array.from({ length: 12 }, () => place().client.pair(code));
      const settled = await Promise.allSettled(tries);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it.each(['', 'x', 'a'.repeat(26), '../../access', '{access}'])(
      'that is %j is answered like a used one',
      async (code) => {
        await expect(place().client.pair(code)).rejects.toMatchObject(wrong);
      },
    );
  });

  describeList(place);
}

function describeList(place: () => ContractPlace): void {
  const pair = async (label: string) => {
    const { client, offerPairing, clientWithAccess } = place();
    const { token, access } = await client.pair(await offerPairing(label));
    return { access, client: clientWithAccess(token) };
  };

  describe('access', () => {
    it('is listed for who has it, their own marked', async () => {
      const [one, other] = [await pair('one'), await pair('other')];
      const { items } = await one.client.listAccess();
      expect(items).toContainEqual({ ...one.access, own: true });
      expect(items).toContainEqual({ ...other.access, own: false });
    });

    it('is withdrawn by who has it, once, and opens nothing from then on', async () => {
      const [one, other] = [await pair('one'), await pair('other')];
      await one.client.withdrawAccess(other.access.id);
      const gone = { status: 401, code: 'token-invalid' };
      await expect(other.client.listAccess()).rejects.toMatchObject(gone);
      await expect(other.client.withdrawAccess(one.access.id)).rejects.toMatchObject(gone);
      const again = one.client.withdrawAccess(other.access.id);
      await expect(again).rejects.toMatchObject({ status: 404, code: 'not-found' });
    });

    it('is not seen or withdrawn with the token of an inbox, or with none', async () => {
      const { access } = await pair('one');
      const { inbox } = await place().openInbox();
      const needed = { status: 401, code: 'access-required' };
      for (const client of [place().client, place().clientWithAccess(inbox.token)]) {
        await expect(client.listAccess()).rejects.toMatchObject(needed);
        await expect(client.withdrawAccess(access.id)).rejects.toMatchObject(needed);
      }
    });
  });
}
