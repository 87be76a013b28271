import { NetworkError, ProblemError } from '@mayfly/shared/client/client-error';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { describe, expect, it } from 'vitest';
import { createStorage, relayUrl, start } from '../../test/storage-fixture.ts';
import { createContact } from './contact.ts';

function startContact(mayReach = true) {
  const { relay } = createStorage();
  const contact = createContact({
    relay,
    mayReach: async () => mayReach,
    now: () => start,
    random: () => 1,
  });
  return { contact, read: () => relay.readContact(relayUrl) };
}

const refuse = (code: ProblemCode, seconds?: number) => async () => {
  throw new ProblemError({ type: 't', title: code, status: 400, code }, seconds);
};
const unreachable = async () => {
  throw new NetworkError(new TypeError('failed'));
};

describe('contact with a relay', () => {
  it('remembers when it last worked', async () => {
    const { contact, read } = startContact();
    expect(await contact.attempt(relayUrl, async () => 7)).toEqual({ ok: true, value: 7 });
    expect(await read()).toMatchObject({ trouble: null, lastSuccessAt: start, failures: 0 });
  });

  it('waits longer after each failure, and begins anew after a success', async () => {
    const { contact, read } = startContact();
    const waits = [];
    for (let n = 0; n < 3; n += 1) {
      expect(await contact.attempt(relayUrl, unreachable)).toEqual({
        ok: false,
        trouble: 'unreachable',
      });
      waits.push(((await read()).nextTryAt ?? 0) - start);
    }
    expect(waits).toEqual([1000, 2000, 4000]);
    await contact.attempt(relayUrl, async () => 1);
    expect(await read()).toMatchObject({ trouble: null, nextTryAt: null, failures: 0 });
  });

  it('says that the browser withholds the permission, where that is why nobody answers', async () => {
    const { contact } = startContact(false);
    const reply = await contact.attempt(relayUrl, unreachable);
    expect(reply).toEqual({ ok: false, trouble: 'permission-missing' });
  });

  it('takes a refusal of what was asked for a sign of life', async () => {
    const { contact, read } = startContact();
    await contact.attempt(relayUrl, unreachable);
    const reply = await contact.attempt(relayUrl, refuse('not-found'));
    expect(reply).toEqual({ ok: false, trouble: 'not-found' });
    expect(await read()).toMatchObject({ trouble: null, failures: 0 });
  });

  it('waits as long as the relay asks for', async () => {
    const { contact, read } = startContact();
    await contact.attempt(relayUrl, refuse('overloaded', 90));
    expect(await read()).toMatchObject({ trouble: 'overloaded', nextTryAt: start + 90_000 });
  });

  it('does not hide a fault of our own', async () => {
    const { contact } = startContact();
    const broken = async () => {
      throw new RangeError('ours');
    };
    await expect(contact.attempt(relayUrl, broken)).rejects.toThrow('ours');
  });
});
