import type { Fetch } from '@mayfly/shared/client/request';
import { pairSchema } from '@mayfly/shared/contract/access';
import { createInboxSchema, restoreInboxSchema } from '@mayfly/shared/contract/inbox';
import type { Message, MessageItem } from '@mayfly/shared/contract/message';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { type Watched, watchSchema } from '@mayfly/shared/contract/stream-event';
import { minute, start } from './storage-fixture.ts';

interface Inbox {
  readonly id: string;
  readonly address: string;
  token: string;
  expiresAt: number;
  /** To which its mail is sealed. */
  readonly publicKey: string | null;
  /** Each change; the cursor counts them. */
  readonly changes: MessageItem[];
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly bearer: string | null;
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const problem = (code: ProblemCode, status = 400) =>
  json(status, { type: `urn:mayfly:problem:${code}`, title: code, status, code });

export const accessOf = {
  id: 'a'.repeat(16),
  label: 'Laptop',
  createdAt: new Date(start).toISOString(),
};

/** Answers the contract's requests as a relay does, in memory. */
export class FakeRelay {
  readonly inboxes: Inbox[] = [];
  readonly calls: Call[] = [];
  /** Addresses by their restore keys. */
  readonly restorable = new Map<string, string>();
  /** Nobody answers. */
  down = false;
  access: 'open' | 'private' = 'open';
  oldestExtension = '0.1.0';
  /** The only access token that a private relay takes. */
  accessToken = 'access';
  /** Codes that give that access, each once. */
  readonly pairingCodes = new Set<string>();
  /** Cursors below this are refused. */
  floor = 0;
  /** Codes for the next requests to a path. */
  readonly refusals = new Map<string, ProblemCode>();
  #waiting: (() => void)[] = [];

  readonly fetch: Fetch = async (input, init) => {
    const url = new URL(input);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const bearer = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? null;
    const call = { method: init.method ?? 'GET', path: url.pathname, body, bearer };
    this.calls.push(call);
    if (this.down) throw new TypeError('Failed to fetch');
    const refusal = this.refusals.get(call.path);
    if (refusal !== undefined) return problem(refusal);
    if (call.path === '/v1/watch') return this.#watch(call.body, init.signal ?? undefined);
    return this.#route(call, url);
  };

  /** How often a path was asked for. */
  count(path: string): number {
    return this.calls.filter((call) => call.path === path).length;
  }

  open(address: string, token: string, id: string, publicKey: string | null = null): Inbox {
    const expiresAt = start + 60 * minute;
    const inbox = { id, address, token, expiresAt, publicKey, changes: [] };
    this.inboxes.push(inbox);
    return inbox;
  }

  change(id: string, item: MessageItem): void {
    this.inboxes.find((inbox) => inbox.id === id)?.changes.push(item);
    this.wake();
  }

  deliver(id: string, message: Message): void {
    this.change(id, { change: 'new', ...message });
  }

  end(id: string): void {
    this.inboxes.splice(0, Infinity, ...this.inboxes.filter((inbox) => inbox.id !== id));
    this.wake();
  }

  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const each of waiting) each();
  }

  /** Requests that are held now. */
  get held(): number {
    return this.#waiting.length;
  }

  #answer({ token, after }: Watched) {
    const inbox = this.inboxes.find((candidate) => candidate.token === token);
    if (inbox === undefined) return { ok: false, code: 'not-found' };
    const from = after === undefined ? 0 : Number(after.slice(1));
    if (after !== undefined && from < this.floor) {
      return { ok: false, code: 'cursor-expired', next: `c${inbox.changes.length}` };
    }
    return { ok: true, inbox: inbox.id, ...this.#page(inbox, from) };
  }

  #page(inbox: Inbox, from: number) {
    const { changes, expiresAt } = inbox;
    return {
      items: changes.slice(from),
      next: `c${changes.length}`,
      expiresAt: new Date(expiresAt).toISOString(),
    };
  }

  async #watch(body: unknown, signal: AbortSignal | undefined): Promise<Response> {
    const { wait = 0, inboxes } = watchSchema.parse(body);
    const answer = () => inboxes.map((watched) => this.#answer(watched));
    const hasNews = () =>
      answer().some((each) => !each.ok || ('items' in each && each.items.length > 0));
    if (!hasNews() && wait > 0) await this.#hold(signal);
    if (this.down) throw new TypeError('Failed to fetch');
    return json(200, { timedOut: !hasNews(), inboxes: answer() });
  }

  #hold(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(resolve);
      signal?.addEventListener('abort', () => {
        this.#waiting = this.#waiting.filter((each) => each !== resolve);
        reject(new DOMException('Aborted', 'AbortError'));
      });
    });
  }

  #route({ method, path, body, bearer }: Call, url: URL): Response {
    if (path === '/v1/limits') return json(200, this.#limits());
    if (path === '/v1/domains')
      return json(200, { domains: ['mayfly.test'], default: 'mayfly.test' });
    if (path === '/v1/inboxes') return this.#create(body, bearer);
    if (path === '/v1/inboxes/restore') return this.#restore(body, bearer);
    if (path === '/v1/pair') return this.#pair(body);
    if (path === '/v1/access' && bearer === this.accessToken)
      return json(200, { items: [{ ...accessOf, own: true }] });
    const [, id, rest, mid] =
      /^\/v1\/inboxes\/([^/]+)(\/messages(?:\/([^/]+))?)?$/.exec(path) ?? [];
    const inbox = this.inboxes.find(
      (candidate) => candidate.id === id && candidate.token === bearer,
    );
    if (inbox === undefined) return problem('not-found', 404);
    if (rest === undefined) return this.#inbox(method, inbox);
    if (mid === undefined) {
      const after = url.searchParams.get('after');
      const page = this.#page(inbox, after === null ? 0 : Number(after.slice(1)));
      return json(200, { ...page, timedOut: false });
    }
    if (method === 'DELETE') return new Response(null, { status: 204 });
    const item = inbox.changes.find((change) => change.id === mid);
    return item === undefined ? problem('not-found', 404) : json(200, { ...item, seen: true });
  }

  #inbox(method: string, inbox: Inbox): Response {
    if (method === 'DELETE') {
      this.end(inbox.id);
      return new Response(null, { status: 204 });
    }
    inbox.expiresAt += 60 * minute;
    inbox.token = `${inbox.token}-again`;
    return json(200, this.#view(inbox));
  }

  #view({ id, address, token, expiresAt, publicKey }: Inbox) {
    const times = {
      createdAt: new Date(start).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
    };
    const sealed = publicKey !== null;
    return { id, address, token, ...times, sealed, publicKey, restoreKey: `restore-${token}` };
  }

  #pair(body: unknown): Response {
    const { code } = pairSchema.parse(body);
    if (!this.pairingCodes.delete(code)) return problem('pair-code-invalid', 401);
    return json(201, { token: this.accessToken, access: accessOf });
  }

  #create(body: unknown, bearer: string | null): Response {
    if (this.access === 'private' && bearer !== this.accessToken)
      return problem('access-required', 401);
    if (typeof body === 'object' && body !== null && 'domain' in body)
      return problem('domain-unknown');
    const { publicKey } = createInboxSchema.parse(body ?? {});
    const address = `fresh${this.inboxes.length + 1}@mayfly.test`;
    return json(201, this.#view(this.#open(address, publicKey)));
  }

  /** At an address that is there already it lets read, as long as that lives. */
  #restore(body: unknown, bearer: string | null): Response {
    if (this.access === 'private' && bearer !== this.accessToken)
      return problem('access-required', 401);
    const { restoreKey, publicKey } = restoreInboxSchema.parse(body);
    const address = this.restorable.get(restoreKey);
    if (address === undefined) return problem('restore-key-invalid', 403);
    const living = this.inboxes.find((inbox) => inbox.address === address);
    const view = this.#view(living ?? this.#open(address, publicKey));
    const scope = living === undefined ? 'manage' : 'read';
    return json(201, { ...view, restoreKey, scope });
  }

  #open(address: string, publicKey: string | undefined): Inbox {
    const n = this.inboxes.length + 1;
    const id = `${'b'.repeat(16)}-${String(n).padStart(16, '0')}`;
    return this.open(address, `token-${n}`, id, publicKey ?? null);
  }

  #limits() {
    return {
      access: this.access,
      publicUrl: 'http://127.0.0.1:3000',
      version: '0.1.0',
      oldestExtension: this.oldestExtension,
      messageBytes: 1,
      inboxMessages: 1,
      inboxBytes: 1,
      ttlMinutes: { default: 60, min: 10, max: 43_200 },
      maxLifeMinutes: 1440,
      waitSeconds: 25,
      waitersPerInbox: 5,
    };
  }
}
