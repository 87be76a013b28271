import type { LinkKind } from './types.ts';
import type { Concepts } from './concepts.ts';

/** How much a piece of text speaks for each kind of link, 0 to 5. */
export type Intent = Readonly<Record<LinkKind, number>>;

export const KINDS: readonly LinkKind[] = ['reset', 'subscribe', 'invite', 'magic-link', 'verify'];

/** Reads the words of a label, a sentence or a subject as a wish. A verb with its object says most. */
export function readIntent(has: Concepts): Intent {
  return {
    reset: has.has('password') ? (has.has('renew') ? 5 : 2) : 0,
    subscribe: has.has('subscribe') ? (has.has('confirm') ? 5 : 1) : 0,
    invite: has.has('invite') ? (has.has('accept') ? 5 : 3) : has.has('accept') ? 1.5 : 0,
    'magic-link': has.has('oneTime') ? 5 : has.has('signIn') ? 2 : 0,
    verify: readVerify(has),
  };
}

function readVerify(has: Concepts): number {
  if (has.has('confirm')) return has.has('account') ? 5 : 3;
  return has.has('start') && has.has('account') ? 2.5 : 0;
}

export function strongest(intent: Intent): { kind: LinkKind; weight: number } {
  let best: LinkKind = 'verify';
  for (const kind of KINDS) if (intent[kind] > intent[best]) best = kind;
  return { kind: best, weight: intent[best] };
}

/** An intent, kind by kind. */
export function mapIntent(weigh: (kind: LinkKind) => number): Intent {
  const of = (kind: LinkKind): number => weigh(kind);
  return {
    reset: of('reset'),
    subscribe: of('subscribe'),
    invite: of('invite'),
    'magic-link': of('magic-link'),
    verify: of('verify'),
  };
}
