import { defaultKinds } from './attachment-kinds.ts';

export type BlockedKinds =
  | { readonly ok: true; readonly kinds: ReadonlySet<string> }
  | { readonly ok: false; readonly faults: readonly string[] };

const allDefault = (): string[] => defaultKinds.flatMap(({ kinds }) => kinds);

export const defaultBlockedKinds = (): ReadonlySet<string> => new Set(allDefault());

/**
 * Reads an operator's list: `default`, `none`, or endings (`exe,bat`); `+docm` adds to and `-iso` takes from what stands
 * before it, which is the default list when nothing does.
 */
export function parseBlockedKinds(text: string): BlockedKinds {
  const entries = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '');
  if (entries.length === 1 && entries[0] === 'none') return { ok: true, kinds: new Set() };
  const changesOnly = entries.every((entry) => /^[+-]/.test(entry));
  const kinds = new Set<string>(changesOnly ? allDefault() : []);
  const faults: string[] = [];
  for (const entry of entries) {
    const [, sign = '', kind = ''] = /^([+-]?)\.?([a-z0-9][a-z0-9_-]{0,29})$/.exec(entry) ?? [];
    if (kind === '') faults.push(`"${entry}" is no ending of a file's name`);
    else if (kind === 'none' || (kind === 'default' && sign !== '')) {
      faults.push(`"${entry}" must not stand among others`);
    } else if (kind === 'default') for (const one of allDefault()) kinds.add(one);
    else if (sign !== '-') kinds.add(kind);
    else if (!kinds.delete(kind)) faults.push(`"${entry}" takes away what is not in the list`);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, kinds };
}
