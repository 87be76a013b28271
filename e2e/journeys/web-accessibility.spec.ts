import { expect, test } from '@playwright/test';
import { objections } from '../fixtures/objections.ts';
import { startRelay } from '../fixtures/relay.ts';
import { openWeb, type Screen } from '../fixtures/web.ts';
import { webStates } from '../fixtures/web-states.ts';

for (const screen of ['desktop', 'phone'] satisfies Screen[]) {
  test(`the web inbox can be used by everyone, in each of its states, on a ${screen}`, async () => {
    // Axe looks at each state twice.
    test.slow();
    await using relay = await startRelay();
    await using web = await openWeb();
    const page = await web.open(relay.url, screen);
    for (const { name, reach } of webStates(relay)) {
      await reach(page);
      expect.soft(await objections(page), name).toEqual([]);
    }
  });
}
