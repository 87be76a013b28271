import type { AccessInfo, ListedAccess } from '@mayfly/shared/contract/access';
import type { Outcome } from './errors.ts';
import type { AccessRecord, Store } from './ports.ts';
import { type WithdrawDeps, withdrawAccess } from './withdraw-access.ts';

export interface AccessesDeps extends WithdrawDeps {
  readonly store: WithdrawDeps['store'] & Pick<Store, 'listAccess'>;
}

/** Who has access to this relay, and the end of it. */
export interface Accesses {
  describe(access: AccessRecord): AccessInfo;
  list(asker: AccessRecord): Promise<readonly ListedAccess[]>;
  /** What was made with it ends at once. */
  withdraw(id: string): Promise<Outcome>;
}

const describe = ({ id, label, createdAt }: AccessRecord): AccessInfo => ({
  id,
  label,
  createdAt: new Date(createdAt).toISOString(),
});

export function createAccesses(deps: AccessesDeps): Accesses {
  return {
    describe,
    async list(asker) {
      const all = await deps.store.listAccess();
      return all.map((access) => ({ ...describe(access), own: access.id === asker.id }));
    },
    async withdraw(id) {
      const { wasThere, ended } = await withdrawAccess(deps, id);
      return wasThere || ended > 0 ? { ok: true } : { ok: false, code: 'not-found' };
    },
  };
}
