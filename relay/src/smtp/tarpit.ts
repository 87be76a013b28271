/** Holds answers back. What is held costs a timer and a connection, so only so many are, and few of one client. */
export interface Tarpit {
  /** False: there is no room, and `run` is not called. */
  hold(client: string, run: () => void): boolean;
}

const perClient = 5;

export function createTarpit(options: {
  readonly milliseconds: number;
  readonly room: number;
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
}): Tarpit {
  const held = new Map<string, number>();
  let total = 0;
  return {
    hold(client, run) {
      const already = held.get(client) ?? 0;
      if (total >= options.room || already >= perClient) return false;
      total += 1;
      held.set(client, already + 1);
      options.schedule(options.milliseconds, () => {
        total -= 1;
        const left = (held.get(client) ?? 1) - 1;
        if (left === 0) held.delete(client);
        else held.set(client, left);
        run();
      });
      return true;
    },
  };
}
