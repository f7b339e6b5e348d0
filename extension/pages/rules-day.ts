// Days as the reader writes them.

import { language, say } from '../ui/words';

const form: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

/** A moment in unix seconds, in the reader's own time. */
export const day = (seconds: number): string => new Intl.DateTimeFormat(language(), form).format(new Date(seconds * 1000));

/** A moment in unix seconds with its time of day, in the reader's own time. */
export const moment = (seconds: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(seconds * 1000));

/** A date YYYY-MM-DD, which has no time zone; as it stands where it is none. */
export function date(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) ? iso : new Intl.DateTimeFormat(language(), { ...form, timeZone: 'UTC' }).format(at);
}

/** How old something of that date is, in whole months: "5 months". */
export function age(iso: string, now: number): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(at)) return '';
  const months = Math.max(0, Math.floor((now - at) / (30.44 * 86_400_000)));
  return months === 1 ? say('rules_age_month') : say('rules_age_months', String(months));
}

/** True after the day. */
export const past = (iso: string, now: number): boolean => Date.parse(`${iso}T23:59:59Z`) < now;
