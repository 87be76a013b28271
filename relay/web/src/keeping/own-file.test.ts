import { inboxIdSchema } from '@mayfly/shared/contract/inbox';
import { readFile } from '@mayfly/shared/keeping/export-file';
import { describe, expect, it } from 'vitest';
import type { OwnInbox } from '../storage/model.ts';
import { fromFile, ownFile } from './own-file.ts';

const inbox: OwnInbox = {
  id: inboxIdSchema.parse('aaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb'),
  ...{ address: 'anna@mayfly.test', token: 'token', restoreKey: 'restore', privateKey: 'private' },
  ...{ createdAt: 1, expiresAt: 2, cursor: 'c', ended: false },
};
const here = { relayUrl: 'https://mail.example.org/mayfly', now: Date.UTC(2026, 10, 26) };
const file = ownFile([inbox], 'access', here);

describe('a file of the web inbox', () => {
  it('is one that the extension reads', async () => {
    const read = await readFile(new Blob([JSON.stringify(file)]));
    expect(read).toEqual({ file, dropped: 0 });
  });

  it('brings back what it was made of, to be listed anew', () => {
    expect(fromFile(file, [here.relayUrl])).toEqual({
      inboxes: [{ ...inbox, cursor: null }],
      access: 'access',
      elsewhere: 0,
    });
  });

  it('brings nothing of another relay', () => {
    expect(fromFile(file, ['https://other.example'])).toEqual({
      inboxes: [],
      access: null,
      elsewhere: 1,
    });
  });
});
