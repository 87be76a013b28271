/** The part of an inbox that says how long it lives. Times are milliseconds since 1970. */
export interface Lifetime {
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Expired or deleted at the relay: nothing more will come. */
  readonly ended: boolean;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function unitText(amount: number, unit: string, locale: string): string {
  const unitDisplay = unit === 'day' ? 'long' : 'short';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(amount);
}

/** A span as people say it: `40 sec`, `52 min`, `5 hr`, `3 days`. Never more exact than it needs to be. */
export function spanText(ms: number, locale: string): string {
  if (ms < minute) return unitText(Math.max(1, Math.ceil(ms / second)), 'second', locale);
  if (ms < 2 * hour) return unitText(Math.round(ms / minute), 'minute', locale);
  if (ms < 2 * day) return unitText(Math.round(ms / hour), 'hour', locale);
  return unitText(Math.round(ms / day), 'day', locale);
}

/** A span that somebody chooses: `1 hour`, `1 day`. */
export function wholeSpanText(minutes: number, locale: string): string {
  const hours = minutes / 60;
  const [amount, unit] = hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

const agoSteps = [
  { unit: 'day', size: day },
  { unit: 'hour', size: hour },
  { unit: 'minute', size: minute },
  { unit: 'second', size: second },
] as const;

/** `2 minutes ago`, `yesterday`. */
export function agoText(time: number, now: number, locale: string): string {
  const ms = Math.max(0, now - time);
  const { unit, size } = agoSteps.find((step) => ms >= step.size) ?? agoSteps[3];
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return format.format(-Math.floor(ms / size), unit);
}

export function hasEnded(inbox: Pick<Lifetime, 'ended' | 'expiresAt'>, now: number): boolean {
  return inbox.ended || inbox.expiresAt <= now;
}

/** The part of its life that an inbox still has, from 0 to 1. */
export function lifeLeft(inbox: Lifetime, now: number): number {
  if (hasEnded(inbox, now)) return 0;
  const whole = inbox.expiresAt - inbox.createdAt;
  return whole <= 0 ? 0 : Math.min(1, (inbox.expiresAt - now) / whole);
}
