import { isClientError } from '@mayfly/shared/client/client-error';
import type { ProblemCode } from '@mayfly/shared/contract/problem';

/** Why something did not work, in a form that there is a sentence for. */
export type Trouble = ProblemCode | 'unreachable' | 'not-a-relay' | 'not-sealed';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

/** @throws what is no fault of the relay or of the way to it */
export function troubleOf(error: unknown): Trouble {
  if (isClientError(error)) return error.code;
  throw error;
}

/** Does what may fail at the relay or on the way there. */
export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) };
  }
}
