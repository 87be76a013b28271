import { createAccess } from '../core/access.ts';
import type { Keys } from '../core/keys.ts';
import type { Clock, Publisher, Random, Store } from '../core/ports.ts';
import { withdrawAccess } from '../core/withdraw-access.ts';

export interface AccessCommandDeps {
  readonly store: Pick<
    Store,
    'saveAccess' | 'findAccess' | 'listAccess' | 'deleteAccess' | 'listInboxesOf' | 'deleteInbox'
  >;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly random: Random;
  readonly print: (line: string) => void;
}

export const accessUsage = [
  'access add NAME     gives a browser the right to make inboxes, and prints its token',
  'access list         prints who has that right',
  'access remove ID    withdraws it, and ends the inboxes made with it',
];

async function add(deps: AccessCommandDeps, label: string): Promise<number> {
  const access = createAccess({ ...deps, mode: 'private' });
  const { token, access: record } = await access.issue(label);
  deps.print(
    `Access ${record.id} for ${record.label}. Paste this token into the extension's options page:`,
  );
  deps.print(token);
  return 0;
}

async function list({ store, print }: AccessCommandDeps): Promise<number> {
  const all = await store.listAccess();
  if (all.length === 0) print('Nobody has access yet; `access add NAME` gives it.');
  for (const { id, label, createdAt } of all)
    print(`${id}  ${new Date(createdAt).toISOString()}  ${label}`);
  return 0;
}

async function remove({ store, publisher, print }: AccessCommandDeps, id: string): Promise<number> {
  const events = {
    inboxEnded: () => undefined,
    // Who waits looks at the store every few seconds.
    fault: () => undefined,
  };
  const { wasThere, ended } = await withdrawAccess({ store, publisher, events }, id);
  if (!wasThere && ended === 0) {
    print(`There is no access ${id}; \`access list\` shows which there are.`);
    return 1;
  }
  print(`Access ${id} is withdrawn; inboxes made with it that were ended: ${ended}.`);
  return 0;
}

/** Runs `access …` and resolves to the exit status; 64 (EX_USAGE) when the words are off. */
export async function runAccess(
  deps: AccessCommandDeps,
  words: readonly string[],
): Promise<number> {
  const [verb, ...rest] = words;
  const argument = rest.join(' ').trim();
  if (verb === 'list' && argument === '') return list(deps);
  if (verb === 'add' && argument !== '' && argument.length <= 100) return add(deps, argument);
  if (verb === 'remove' && argument !== '') return remove(deps, argument);
  for (const line of accessUsage) deps.print(line);
  return 64;
}
