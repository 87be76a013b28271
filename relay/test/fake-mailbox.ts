import type { OpenMailbox } from '../src/inbound/imap-mailbox.ts';

export interface FakeMailbox extends OpenMailbox {
  /** Lays a mail for this address into it. Returns its UID. */
  add(address: string, text?: string): number;
  readonly settled: readonly number[];
  /** How often a whole mail was read. */
  readonly reads: readonly number[];
  readonly isClosed: boolean;
}

/** A mailbox in memory, which waits for news until it is closed. */
export function createFakeMailbox(uidValidity = '1'): FakeMailbox {
  const mails = new Map<number, Buffer>();
  const settled: number[] = [];
  const reads: number[] = [];
  const closed = Promise.withResolvers<never>();
  closed.promise.catch(() => undefined);
  let isClosed = false;
  return {
    ...{ uidValidity, settled, reads },
    get isClosed() {
      return isClosed;
    },
    add(address, text = 'Hello') {
      const uid = mails.size + 1;
      mails.set(uid, Buffer.from(`Delivered-To: ${address}\r\n\r\n${text}`));
      return uid;
    },
    uidsFrom: async (from) => [...mails.keys()].filter((uid) => uid >= from),
    heads: async (uids) =>
      uids.flatMap((uid) => {
        const mail = mails.get(uid);
        return mail === undefined ? [] : [{ uid, size: mail.length, head: mail }];
      }),
    async read(uid) {
      reads.push(uid);
      return mails.get(uid) ?? null;
    },
    async settle(uid) {
      settled.push(uid);
      return true;
    },
    waitForNews: () => closed.promise,
    async close() {
      isClosed = true;
      closed.reject(new Error('The mailbox is closed'));
    },
  };
}
