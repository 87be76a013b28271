/** Timers that run when the test says so. */
export function createManualSchedule() {
  const timers = new Set<{ readonly milliseconds: number; run(): void }>();
  return {
    schedule(milliseconds: number, run: () => void): () => void {
      const timer = { milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    /** Runs all that wait for this long, the oldest first. Returns how many. */
    fire(milliseconds: number): number {
      const due = [...timers].filter((timer) => timer.milliseconds === milliseconds);
      for (const timer of due) {
        timers.delete(timer);
        timer.run();
      }
      return due.length;
    },
    get waiting(): number {
      return timers.size;
    },
  };
}
