const day = 86_400_000;

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** `14:02` for today, `Mon 14:02` within the week, else `3 Nov`. */
export function formatTime(time: number, now: number, locale: string): string {
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  const age = startOfDay(now) - startOfDay(time);
  if (age <= 0) return new Intl.DateTimeFormat(locale, clock).format(time);
  if (age < 6.5 * day)
    return new Intl.DateTimeFormat(locale, { weekday: 'short', ...clock }).format(time);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(time);
}

/** Date and time in full, for the head of a message. */
export function formatDate(time: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

const steps = [
  { unit: 'megabyte', size: 1_000_000 },
  { unit: 'kilobyte', size: 1000 },
  { unit: 'byte', size: 1 },
] as const;

export function formatSize(bytes: number, locale: string): string {
  const { unit, size } = steps.find((step) => bytes >= step.size) ?? steps[2];
  const amount = bytes / size;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && unit !== 'byte' ? 1 : 0,
  }).format(amount);
}
