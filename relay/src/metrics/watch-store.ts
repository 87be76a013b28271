import type { Store } from '../core/ports.ts';

/** The store, with each call that fails told to `onFault` by the name of the operation. */
export function watchStore(store: Store, onFault: (operation: string) => void): Store {
  const watched = new Map<string | symbol, (...args: unknown[]) => unknown>();
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      const known = watched.get(name);
      if (known !== undefined) return known;
      const made = (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(method, target, args);
        if (answer instanceof Promise) answer.catch(() => onFault(String(name)));
        return answer;
      };
      watched.set(name, made);
      return made;
    },
  });
}
