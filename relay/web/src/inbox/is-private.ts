/**
 * Whether the relay gives addresses only to who has access (GET /v1/limits). For this one word the client need not be
 * there yet. False when the relay does not answer: then that is what is said.
 */
export async function isPrivate(relayUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(`${relayUrl}/v1/limits`, { credentials: 'omit', cache: 'no-store' });
    const limits: unknown = await answer.json();
    return Reflect.get(Object(limits), 'access') === 'private';
  } catch {
    return false;
  }
}
