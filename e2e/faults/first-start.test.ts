import { expect, it } from 'vitest';
import { codeIn, pairingLink } from '../fixtures/pairing.ts';
import { startRelay } from '../fixtures/relay.ts';

it('a private relay says at its start that it needs a pairing, until somebody has access', async () => {
  await using relay = await startRelay({ MAYFLY_ACCESS: 'private' });
  expect(relay.needsPairing).toBe(true);
  await relay.client.pair(codeIn(await pairingLink(relay, 'first')));
  await relay.stop();
  await relay.start();
  expect(relay.needsPairing).toBe(false);
  expect(relay.log).not.toContain('#pair=');
});

it('an open relay needs none', async () => {
  await using relay = await startRelay();
  expect(relay.needsPairing).toBe(false);
});
