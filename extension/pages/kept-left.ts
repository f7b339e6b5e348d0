// What is left of a kept draft's time, in the reader's language: whole hours,
// and minutes in the last one.

const minute = 60_000; // ms
const hour = 60 * minute;

/** left: ms, more than none. Rounded up: nothing goes before what is said. */
export function spanOf(left: number, language: string): string {
  const hours = left > hour;
  const count = Math.max(1, Math.ceil(left / (hours ? hour : minute)));
  return new Intl.NumberFormat(language, { style: 'unit', unit: hours ? 'hour' : 'minute', unitDisplay: 'long' }).format(count);
}
